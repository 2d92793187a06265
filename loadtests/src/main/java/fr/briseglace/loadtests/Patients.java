package fr.briseglace.loadtests;

/** Whose record is asked for next. */
@FunctionalInterface
interface Patients {
    String next();
}
