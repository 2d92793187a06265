package fr.briseglace.identity;

/** Why something is not an INS. */
public enum InsFault implements InsReading, DatamatrixReading {
    /** The assigning authority is not one of the NIR's, the NIA's, or those of tests and demonstrations. */
    AUTHORITY,
    /** Not 15 characters. */
    LENGTH,
    /** Something other than digits, or than Corsica's 2A and 2B where a department stands. */
    CHARACTERS,
    /** The first digit is none of 1, 2 (registered), 3, 4 (foreign), 7, 8 (provisional). */
    SEX,
    /** The month is neither 01 to 12 nor one of the codes for an unknown month (20 and above). */
    MONTH,
    /** The key does not fit the number. */
    KEY,
    /** An INS datamatrix that lacks its matricule or authority, or is not one at all. */
    DATAMATRIX,
    /** The token of a candidate that is over, altered, or another caller's; nobody is told which. */
    CANDIDATE;

    @Override
    public InsReading ins() {
        return this;
    }
}
