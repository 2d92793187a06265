package fr.briseglace.gateway.limits;

import fr.briseglace.cache.Gcra;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Is told of requests that bring a limit to {@value Gcra#SOFT_PERCENT} %, where nothing is refused but somebody should
 * look. Called on event loops: must neither block nor throw.
 */
public interface SoftThreshold {
    /** Tells nobody. */
    SoftThreshold UNWATCHED = (limit, caller, patient) -> {};

    /**
     * The limit has just been reached to that part.
     *
     * @param caller whose request it was
     * @param patient whom the request was about; null where it was about none
     */
    void reached(Limit limit, Caller caller, @Nullable Ins patient);
}
