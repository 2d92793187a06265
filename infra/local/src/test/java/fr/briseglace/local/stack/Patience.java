package fr.briseglace.local.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Looks again and again for what has to come about, as long as the contract gives it. */
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofMillis(10);

    private Patience() {}

    /** Something to look at. */
    interface Look<T> {
        T look() throws IOException;
    }

    /** What was seen last: what was hoped for, or what there was at the end. */
    static <T> T until(Look<T> look, Predicate<T> enough) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        T seen = look.look();
        while (!enough.test(seen) && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            seen = look.look();
        }
        return seen;
    }
}
