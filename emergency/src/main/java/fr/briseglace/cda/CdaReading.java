package fr.briseglace.cda;

/** What came of reading a document: the {@link CdaDocument}, or the {@link CdaFault} that keeps it from being one. */
public sealed interface CdaReading permits CdaDocument, CdaFault {}
