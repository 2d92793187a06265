package fr.briseglace.oversight;

import fr.briseglace.identity.Ins;
import fr.briseglace.law.Caller;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Where it is kept that a limit was used to the part at which somebody should look. */
public interface Crossings {
    /**
     * Keeps one; those of the same limit and caller within an hour count as one.
     *
     * @param limit its name
     * @param patient whose limit it is; null where it is the caller's
     */
    Future<Void> keep(String limit, Caller caller, @Nullable Ins patient);
}
