package fr.briseglace.cache;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.RedisReplicas;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The one command connection of one event loop, and what happens when it is lost. Everything here runs on that loop.
 * Of a cluster it is one connection to each server, and lost as a whole: whichever of them fails, who holds which keys is
 * asked anew, until somebody holds all of them again.
 *
 * <p>Replies are positional. So the connection speaks RESP2, in which a server sends nothing unasked; and when a
 * command overruns its budget, or something unasked arrives all the same, every waiting call fails and the connection
 * is closed before another reply can be read.
 */
final class RedisLane {
    private final Vertx vertx;
    private final Context context;
    private final LinkOptions options;
    private final CircuitBreaker breaker;
    private final LinkMetrics metrics;
    private final long budgetNanos;
    private final Queue<PendingCall> pending = new ArrayDeque<>();

    private @Nullable Redis client;
    /** Written on the loop; read elsewhere only to count. */
    private volatile @Nullable RedisConnection connection;

    private int failures;
    private boolean watched;
    private boolean closed;

    RedisLane(Vertx vertx, LinkOptions options, CircuitBreaker breaker, LinkMetrics metrics) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.options = options;
        this.breaker = breaker;
        this.metrics = metrics;
        this.budgetNanos = options.budget().toNanos();
    }

    Context context() {
        return context;
    }

    boolean isConnected() {
        return connection != null;
    }

    /** Tries to connect; true where that worked. Where it did not, goes on trying in the background. */
    Future<Boolean> connect() {
        if (closed) {
            return Future.succeededFuture(false);
        }
        Redis attempt = Redis.createClient(vertx, redisOptions());
        client = attempt;
        return attempt.connect()
                .timeout(options.connectBudget().toMillis(), MILLISECONDS)
                .map(fresh -> install(attempt, fresh))
                .otherwise(failure -> retryInPlaceOf(attempt));
    }

    Future<@Nullable Response> send(Request request) {
        RedisConnection live = connection;
        if (live == null) {
            return refuse(LinkOutcome.NOT_CONNECTED);
        }
        if (!breaker.tryAcquirePermission()) {
            return refuse(LinkOutcome.CIRCUIT_OPEN);
        }
        PendingCall call = new PendingCall(vertx, System.nanoTime());
        pending.add(call);
        live.send(request).onComplete(reply -> answer(live, call, reply));
        watch();
        return call.future();
    }

    Future<Void> close() {
        closed = true;
        Redis last = client;
        lose(LinkOutcome.LOST);
        return last == null ? Future.succeededFuture() : last.close();
    }

    private RedisOptions redisOptions() {
        RedisOptions redis = new RedisOptions()
                .setEndpoints(options.uris(failures))
                // Without the HELLO of RESP3 the connection stays in RESP2: no pushes.
                .setProtocolNegotiation(false)
                .setMaxPoolSize(1)
                .setPoolCleanerInterval(-1)
                .setPoolRecycleTimeout(-1);
        redis.getNetClientOptions().setTcpNoDelay(true);
        if (options.cluster()) {
            redis.setType(RedisClientType.CLUSTER)
                    // A replica may not know yet what was taken away.
                    .setUseReplicas(RedisReplicas.NEVER)
                    // Who holds which keys is asked for now and then, on another connection than the one in use.
                    .setMaxPoolSize(2);
        }
        return redis;
    }

    private boolean install(Redis attempt, RedisConnection fresh) {
        if (closed || !attempt.equals(client)) {
            attempt.close();
            return false;
        }
        connection = fresh;
        failures = 0;
        fresh.handler(unasked -> loseIfStill(fresh));
        fresh.exceptionHandler(failure -> loseIfStill(fresh));
        fresh.endHandler(end -> loseIfStill(fresh));
        metrics.connected();
        return true;
    }

    private boolean retryInPlaceOf(Redis attempt) {
        attempt.close();
        if (!closed && attempt.equals(client)) {
            failures++;
            long delay = options.backoff()
                    .millis(failures, ThreadLocalRandom.current().nextDouble());
            vertx.setTimer(delay, id -> connect());
        }
        return false;
    }

    private void loseIfStill(RedisConnection dead) {
        if (dead.equals(connection)) {
            lose(LinkOutcome.LOST);
        }
    }

    private void lose(LinkOutcome outcome) {
        Redis dead = client;
        boolean wasConnected = connection != null;
        connection = null;
        failPending(new RedisUnavailable(outcome));
        if (wasConnected && dead != null) {
            metrics.disconnected();
            retryInPlaceOf(dead);
        }
    }

    private void answer(RedisConnection by, PendingCall call, AsyncResult<Response> reply) {
        boolean refused = reply.cause() instanceof ErrorType error && !error.is("CONNECTION_CLOSED");
        if (reply.failed() && !refused) {
            loseIfStill(by);
        }
        if (call.isSettled()) {
            return;
        }
        pending.remove(call);
        long nanos = System.nanoTime() - call.sentNanos();
        breaker.onSuccess(nanos, NANOSECONDS);
        metrics.called(refused ? LinkOutcome.REFUSED : LinkOutcome.ANSWERED, nanos);
        call.settle(reply.<@Nullable Response>map(value -> value));
    }

    /** One connection lost is one failure to the breaker, however many calls waited on it. */
    private void failPending(RedisUnavailable failure) {
        for (PendingCall call = pending.poll(); call != null; call = pending.poll()) {
            long nanos = System.nanoTime() - call.sentNanos();
            if (pending.isEmpty()) {
                breaker.onError(nanos, NANOSECONDS, failure);
            } else {
                breaker.releasePermission();
            }
            metrics.called(failure.outcome(), nanos);
            call.settle(Future.failedFuture(failure));
        }
    }

    private Future<@Nullable Response> refuse(LinkOutcome outcome) {
        metrics.called(outcome, 0);
        return Future.failedFuture(new RedisUnavailable(outcome));
    }

    /** One timer for the oldest call, not one for each: those behind it cannot be overdue before it is. */
    private void watch() {
        PendingCall oldest = pending.peek();
        if (watched || oldest == null) {
            return;
        }
        watched = true;
        long left = oldest.sentNanos() + budgetNanos - System.nanoTime();
        vertx.setTimer(Math.max(1, NANOSECONDS.toMillis(left + 999_999)), id -> {
            watched = false;
            expire();
            watch();
        });
    }

    private void expire() {
        PendingCall oldest = pending.peek();
        if (oldest != null && System.nanoTime() - oldest.sentNanos() >= budgetNanos) {
            lose(LinkOutcome.TIMED_OUT);
        }
    }
}
