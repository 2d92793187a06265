package fr.briseglace.identity;

/** What came of reading an INS datamatrix: its content, or what is wrong with it. */
public sealed interface DatamatrixReading permits InsDatamatrix, InsFault {
    /** The identifier in it, or what keeps it from having one. */
    InsReading ins();
}
