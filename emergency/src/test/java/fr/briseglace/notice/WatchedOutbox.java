package fr.briseglace.notice;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An outbox that tells when so many outcomes of a kind were written, and can fail to write the first ones. */
final class WatchedOutbox implements Outbox {
    private final Outbox outbox;
    private final AtomicInteger failuresLeft;
    private final Promise<Void> firstClaim = Promise.promise();
    private final List<Awaited> awaited = new CopyOnWriteArrayList<>();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    private record Awaited(Class<? extends Outcome> kind, AtomicInteger left, Promise<Void> reached) {}

    WatchedOutbox(Outbox outbox, int failures) {
        this.outbox = outbox;
        this.failuresLeft = new AtomicInteger(failures);
    }

    /** Succeeds once that many outcomes of that kind were written; to be asked for before the dispatcher starts. */
    Future<Void> written(Class<? extends Outcome> kind, int count) {
        Awaited one = new Awaited(kind, new AtomicInteger(count), Promise.promise());
        awaited.add(one);
        return one.reached().future();
    }

    /** All outcomes that were written, in the order of their writing. */
    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** Succeeds once something was claimed. */
    Future<Void> claimed() {
        return firstClaim.future();
    }

    @Override
    public Future<List<Notice>> claim(Set<Channel> channels, int limit, Duration lease) {
        return outbox.claim(channels, limit, lease).onSuccess(notices -> {
            if (!notices.isEmpty()) {
                firstClaim.tryComplete();
            }
        });
    }

    @Override
    public Future<Void> settle(List<Outcome> outcomes) {
        if (failuresLeft.getAndDecrement() > 0) {
            return Future.failedFuture("the store is away");
        }
        return outbox.settle(outcomes).onSuccess(done -> outcomes.forEach(this::count));
    }

    @Override
    public Future<Integer> readdress() {
        return outbox.readdress();
    }

    @Override
    public Future<Optional<Duration>> oldestUnsent(Set<Channel> channels) {
        return outbox.oldestUnsent(channels);
    }

    @Override
    public Future<Integer> replay(Optional<Failure> failure) {
        return outbox.replay(failure);
    }

    @Override
    public Future<List<Unsent>> unsent() {
        return outbox.unsent();
    }

    private void count(Outcome outcome) {
        outcomes.add(outcome);
        for (Awaited one : awaited) {
            if (one.kind().isInstance(outcome) && one.left().decrementAndGet() == 0) {
                one.reached().complete();
            }
        }
    }
}
