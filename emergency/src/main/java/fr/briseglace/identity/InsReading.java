package fr.briseglace.identity;

/** What came of reading an INS: the {@link Ins}, or the {@link InsFault} that keeps it from being one. */
public sealed interface InsReading permits Ins, InsFault {}
