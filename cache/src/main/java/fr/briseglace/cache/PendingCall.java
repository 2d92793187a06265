package fr.briseglace.cache;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Response;
import org.jspecify.annotations.Nullable;

/** One command on its way, and the caller who waits for it. Belongs to one event loop. */
final class PendingCall {
    private final CallerPromise<@Nullable Response> promise;
    private final long sentNanos;
    private boolean settled;

    PendingCall(Vertx vertx, long sentNanos) {
        this.promise = new CallerPromise<>(vertx);
        this.sentNanos = sentNanos;
    }

    Future<@Nullable Response> future() {
        return promise.future();
    }

    long sentNanos() {
        return sentNanos;
    }

    boolean isSettled() {
        return settled;
    }

    /** Takes the first result and no other: what arrives later may be the answer to something else. */
    void settle(AsyncResult<@Nullable Response> result) {
        if (!settled) {
            settled = true;
            promise.handle(result);
        }
    }
}
