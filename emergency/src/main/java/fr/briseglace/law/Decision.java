package fr.briseglace.law;

import java.time.Duration;

/** What the law says to one request. */
public sealed interface Decision {
    /**
     * The record opens.
     *
     * @param window how long it stays open
     */
    record Granted(Duration window) implements Decision {}

    /**
     * The record stays shut.
     *
     * @param refusal the first line of the decision table that applies
     */
    record Refused(Refusal refusal) implements Decision {}
}
