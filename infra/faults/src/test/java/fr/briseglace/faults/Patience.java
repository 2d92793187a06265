package fr.briseglace.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Looks again and again for what has to come about. */
final class Patience {
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Patience() {}

    /** Waits until something is so; fails after half a minute, saying what it waited for. */
    static void until(String what, Callable<Boolean> look) {
        until(what, LIMIT, look);
    }

    /** The same for so long. */
    static void until(String what, Duration limit, Callable<Boolean> look) {
        long end = System.nanoTime() + limit.toNanos();
        while (!seen(look)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + limit.toSeconds() + " s in vain until " + what);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /** Lets load run for so long: a bout is a stretch of time, not a condition. */
    static void run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static boolean seen(Callable<Boolean> look) {
        try {
            return look.call();
        } catch (Exception notYet) {
            return false;
        }
    }
}
