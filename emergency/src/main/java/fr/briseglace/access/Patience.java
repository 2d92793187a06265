package fr.briseglace.access;

import io.vertx.core.Future;
import java.util.function.Supplier;

/** Whether somebody still waits for an answer. What nobody waits for is not begun: nothing could be disclosed by it. */
@FunctionalInterface
public interface Patience {
    /** Somebody who waits for as long as it takes. */
    Patience ENDLESS = () -> false;

    /** Whether nobody waits any more. */
    boolean over();

    /** Something, while somebody waits for it; fails with {@link TooLate} where nobody does. */
    default <T> Future<T> orTooLate(Supplier<Future<T>> something) {
        return over() ? Future.failedFuture(new TooLate()) : something.get();
    }
}
