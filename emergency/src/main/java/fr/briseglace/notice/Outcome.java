package fr.briseglace.notice;

import java.time.Duration;

/** What is to be written of a notice after an attempt. */
public sealed interface Outcome {
    /** The notice it is about. */
    Notice notice();

    /** Accepted by the relay. */
    record Sent(Notice notice) implements Outcome {}

    /** To be tried again after a delay. */
    record Retry(Notice notice, Failure failure, Duration delay) implements Outcome {}

    /** Given up until somebody looks at it. */
    record Parked(Notice notice, Failure failure) implements Outcome {}
}
