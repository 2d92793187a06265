package fr.briseglace.identity;

/** Administrative sex as in the INS traits. */
public enum Sex {
    /** Female. */
    F,
    /** Male. */
    M,
    /** Unknown or undetermined. */
    U
}
