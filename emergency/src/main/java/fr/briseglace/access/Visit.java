package fr.briseglace.access;

import fr.briseglace.law.Caller;
import java.util.UUID;

/**
 * A professional comes back to a window.
 *
 * @param caller who, verified
 * @param window which; nothing says yet that it is theirs, or that there is one
 * @param patience how long somebody waits for the answer
 */
public record Visit(Caller caller, UUID window, Patience patience) {
    /** A visit whose answer is waited for however long it takes. */
    public Visit(Caller caller, UUID window) {
        this(caller, window, Patience.ENDLESS);
    }
}
