package fr.briseglace.cache;

/** How one call to Redis ended. */
public enum LinkOutcome {
    /** Redis answered with a value. */
    ANSWERED,
    /** Redis answered with an error: it is alive, the command was not to its taste. */
    REFUSED,
    /** No answer within the budget; the connection was closed, for replies are positional. */
    TIMED_OUT,
    /** The connection was lost, or could no longer be trusted, before the answer. */
    LOST,
    /** There was no connection to send it on. */
    NOT_CONNECTED,
    /** Redis has failed too often of late to be asked. */
    CIRCUIT_OPEN
}
