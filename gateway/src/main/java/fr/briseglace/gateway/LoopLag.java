package fr.briseglace.gateway;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** How late the watched event loops run: by how much each missed its last beat, or misses the one that is due. */
final class LoopLag {
    private static final long BEAT_MILLIS = 50;
    private static final long BEAT = Duration.ofMillis(BEAT_MILLIS).toNanos();

    private final List<Pulse> pulses = new CopyOnWriteArrayList<>();

    /** Watches the caller's event loop from now on. */
    void watch(Vertx vertx) {
        Pulse pulse = new Pulse();
        pulses.add(pulse);
        vertx.setPeriodic(BEAT_MILLIS, beat -> pulse.beat());
    }

    /** The worst of them. */
    Duration worst() {
        long now = System.nanoTime();
        return Duration.ofNanos(
                pulses.stream().mapToLong(pulse -> pulse.late(now)).max().orElse(0));
    }

    private static final class Pulse {
        private volatile long last = System.nanoTime();
        private volatile long missed;

        void beat() {
            long now = System.nanoTime();
            missed = now - last - BEAT;
            last = now;
        }

        long late(long now) {
            return Math.max(0, Math.max(missed, now - last - BEAT));
        }
    }
}
