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
 */
public record AccessRequest(
        Caller caller,
        Statement statement,
        InsReading patient,
        @Nullable RepeatKey key) {}
