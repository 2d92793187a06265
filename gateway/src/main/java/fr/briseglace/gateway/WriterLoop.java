package fr.briseglace.gateway;

import fr.briseglace.trail.RecordWriter;
import io.vertx.core.Context;
import java.time.Duration;

/** The event loop of a context. */
record WriterLoop(Context context) implements RecordWriter.Loop {
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public void afterwards(Runnable task) {
        context.runOnContext(turn -> task.run());
    }

    /** In whole milliseconds, rounded up. */
    @Override
    public void in(Duration time, Runnable task) {
        context.owner().setTimer(Math.ceilDiv(time.toNanos(), NANOS_PER_MILLI), due -> afterwards(task));
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
