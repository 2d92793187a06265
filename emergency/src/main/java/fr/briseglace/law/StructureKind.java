package fr.briseglace.law;

import java.util.Locale;

/** What kind of house a caller speaks for. */
public enum StructureKind {
    /** Regulation centre 15. */
    SAMU,
    /** Hospital, public or private. */
    HOSPITAL,
    /** Practice or group of practitioners. */
    PRACTICE,
    /** Occupational health service: never in a shared record by emergency (CSP L.1111-18). */
    OCCUPATIONAL,
    /** Insurer, public or private: never (CSP L.1111-18). */
    INSURER,
    /** Employer: never (CSP L.1111-18). */
    EMPLOYER,
    /** Mon espace santé. */
    PORTAL,
    /** Privacy officer's house. */
    OVERSIGHT,
    /** The service's own operators. */
    OPERATIONS,
    /** Nothing the directory knows. */
    UNKNOWN;

    /** The kind of a directory's word (lower case); {@link #UNKNOWN} for any other. */
    public static StructureKind ofWord(String word) {
        for (StructureKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** The kind as the directory writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the law keeps this house out whoever speaks for it (CSP L.1111-18). */
    boolean barred() {
        return switch (this) {
            case OCCUPATIONAL, INSURER, EMPLOYER -> true;
            case SAMU, HOSPITAL, PRACTICE, PORTAL, OVERSIGHT, OPERATIONS, UNKNOWN -> false;
        };
    }

    /** Whether the house gives care, so that somebody in it can face a person in danger. */
    boolean givesCare() {
        return switch (this) {
            case SAMU, HOSPITAL, PRACTICE -> true;
            case OCCUPATIONAL, INSURER, EMPLOYER, PORTAL, OVERSIGHT, OPERATIONS, UNKNOWN -> false;
        };
    }
}
