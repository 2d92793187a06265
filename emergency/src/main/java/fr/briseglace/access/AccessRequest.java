package fr.briseglace.access;

import fr.briseglace.identity.InsReading;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Statement;
import fr.briseglace.trail.RepeatKey;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for a record in an emergency.
 *
 * @param caller who, verified
 * @param statement on which ground and why
 * @param patient whose record, as read from the request
 * @param key by what a repetition is known; null where the caller gave none
 * @param patience how long somebody waits for the answer
 */
public record AccessRequest(
        Caller caller,
        Statement statement,
        InsReading patient,
        @Nullable RepeatKey key,
        Patience patience) {
    /** A request whose answer is waited for however long it takes. */
    public AccessRequest(Caller caller, Statement statement, InsReading patient, @Nullable RepeatKey key) {
        this(caller, statement, patient, key, Patience.ENDLESS);
    }
}
