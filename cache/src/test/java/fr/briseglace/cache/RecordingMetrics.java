package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Remembers how calls ended, and lets a test wait for connections to come and go. */
final class RecordingMetrics implements LinkMetrics {
    private static final long LIMIT_SECONDS = 20;

    private final List<LinkOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final Semaphore connected = new Semaphore(0);
    private final Semaphore disconnected = new Semaphore(0);

    @Override
    public void called(LinkOutcome outcome, long nanos) {
        outcomes.add(outcome);
    }

    @Override
    public void connected() {
        connected.release();
    }

    @Override
    public void disconnected() {
        disconnected.release();
    }

    List<LinkOutcome> outcomes() {
        return outcomes;
    }

    void awaitConnected() throws InterruptedException {
        assertThat(connected.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    void awaitDisconnected() throws InterruptedException {
        assertThat(disconnected.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
