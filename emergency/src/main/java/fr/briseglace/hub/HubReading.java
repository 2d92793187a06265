package fr.briseglace.hub;

/** What came of reading a message: the {@link CaseMessage}, or the {@link HubFault} that keeps it from being one. */
public sealed interface HubReading permits CaseMessage, HubFault {}
