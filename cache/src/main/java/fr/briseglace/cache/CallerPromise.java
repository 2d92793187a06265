package fr.briseglace.cache;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** A promise whose future completes on the context of the one who made it, whoever keeps the promise. */
final class CallerPromise<T extends @Nullable Object> {
    private final Promise<T> promise = Promise.promise();
    private final Context caller;

    CallerPromise(Vertx vertx) {
        this.caller = vertx.getOrCreateContext();
    }

    Future<T> future() {
        return promise.future();
    }

    void handle(AsyncResult<T> result) {
        if (caller.equals(Vertx.currentContext())) {
            promise.handle(result);
        } else {
            caller.runOnContext(v -> promise.handle(result));
        }
    }
}
