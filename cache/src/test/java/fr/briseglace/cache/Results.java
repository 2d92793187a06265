package fr.briseglace.cache;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Takes the results of futures from a test's own thread; the time limit only ends tests that hang. */
final class Results {
    private static final long LIMIT_SECONDS = 20;

    private Results() {}

    static <T extends @Nullable Object> T of(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("expected a value", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no result", e);
        }
    }

    static Throwable failureOf(Future<?> future) {
        return of(future.<Throwable>map(value -> new AssertionError("expected a failure, got " + value))
                .otherwise(failure -> failure));
    }
}
