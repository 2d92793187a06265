package fr.briseglace.access;

import fr.briseglace.identity.InsReading;
import fr.briseglace.law.Refusal;
import java.util.UUID;

/**
 * What came of a request, durably recorded where it disclosed or refused anything.
 *
 * @param <T> what is given where it is granted
 */
public sealed interface Outcome<T> {
    /** It is granted. */
    record Given<T>(T value) implements Outcome<T> {}

    /**
     * The law refuses.
     *
     * @param id the recorded attempt
     * @param refusal why
     * @param patient the identifier as it was read, which says what is wrong with a wrong one
     */
    record Shut<T>(UUID id, Refusal refusal, InsReading patient) implements Outcome<T> {}

    /** The window was closed, or its time is over. */
    record Ended<T>() implements Outcome<T> {}

    /** It does not exist, or is not this caller's; nobody learns which. */
    record Missing<T>() implements Outcome<T> {}

    /** The caller's key was used for something else. */
    record KeyMismatch<T>() implements Outcome<T> {}
}
