package fr.briseglace.surge;

/** What came of an order to raise limits. */
public sealed interface SurgeOutcome {
    /** It is on record and in force. */
    record Raised(Surge surge) implements SurgeOutcome {}

    /** Whoever gave it does not run the service. */
    record NotEntitled() implements SurgeOutcome {}

    /** Nobody is in its scope. */
    record Nobody() implements SurgeOutcome {}
}
