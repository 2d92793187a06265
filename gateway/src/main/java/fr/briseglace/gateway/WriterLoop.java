package fr.briseglace.gateway;

import fr.briseglace.trail.RecordWriter;
import io.vertx.core.Context;
import java.time.Duration;

/** The event loop of a context. */
record WriterLoop(Context context) implements RecordWriter.Loop {
    @Override
    public void afterwards(Runnable task) {
        context.runOnContext(turn -> task.run());
    }

    @Override
    public void in(Duration time, Runnable task) {
        context.owner().setTimer(time.toMillis(), due -> task.run());
    }
}
