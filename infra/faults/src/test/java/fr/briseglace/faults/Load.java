package fr.briseglace.faults;

import fr.briseglace.identity.Ins;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Regulators who open records at a steady rate, whether or not they are answered. Each request has a case and a key of
 * its own; one that gets no answer is sent again, as it was, to another node, one for which there is no place after the
 * time that it was told to wait, and one whose token no longer counts with the new one where there is one.
 */
final class Load {
    private static final long TICK_MILLIS = 5;
    private static final int TRIES = 3;
    private static final String NO_PLACE = "overloaded";
    private static final int UNKNOWN = 401;

    private final Vertx vertx;
    private final Client client;
    private final Balancer balancer;
    private final List<Ins> patients;
    private final Supplier<List<String>> tokens;
    private final String cases;
    private final int rate;
    private final boolean persistent;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Promise<Void> idle = Promise.promise();
    private volatile boolean ending;
    private long began;
    private volatile int started;
    private long timer;

    /**
     * Load that has not begun.
     *
     * @param patients who are asked for, in turn
     * @param tokens who ask, in turn, as of now
     * @param cases what the number of every case begins with, of this load alone
     * @param rate requests a second
     * @param again whether a request that gets no answer is sent again
     */
    Load(
            Vertx vertx,
            Client client,
            Balancer balancer,
            List<Ins> patients,
            Supplier<List<String>> tokens,
            String cases,
            int rate,
            boolean again) {
        this.vertx = vertx;
        this.client = client;
        this.balancer = balancer;
        this.patients = patients;
        this.tokens = tokens;
        this.cases = cases;
        this.rate = rate;
        this.persistent = again;
    }

    void begin() {
        began = System.nanoTime();
        timer = vertx.setPeriodic(TICK_MILLIS, tick -> startDue());
    }

    /** How many requests were started. */
    int started() {
        return started;
    }

    /** Starts no more, and completes when the last is answered or given up. */
    Future<List<Asked>> end() {
        vertx.runOnContext(v -> {
            vertx.cancelTimer(timer);
            ending = true;
            if (open.get() == 0) {
                idle.tryComplete();
            }
        });
        return idle.future().map(done -> List.copyOf(asked));
    }

    private void startDue() {
        long due = (System.nanoTime() - began) * rate / TimeUnit.SECONDS.toNanos(1);
        while (started < due && !ending) {
            int number = started;
            started = number + 1;
            long time = began + number * TimeUnit.SECONDS.toNanos(1) / rate;
            open.incrementAndGet();
            start(number, time).onComplete(ended -> {
                asked.add(ended.result());
                if (open.decrementAndGet() == 0 && ending) {
                    idle.tryComplete();
                }
            });
        }
    }

    private Future<Asked> start(int number, long due) {
        String caseId = cases + "%06d".formatted(number);
        int who = number % patients.size();
        JsonObject body = opening(patients.get(who), caseId);
        // Whoever asks again comes with what the provider gives out then.
        Supplier<String> token = () -> tokens.get().get(number % tokens.get().size());
        long sent = System.nanoTime();
        AtomicInteger turnedAway = new AtomicInteger();
        return attempt(token, caseId, body, 1, turnedAway)
                .map(Optional::of)
                .map(answer -> new Asked(caseId, who, due, sent, System.nanoTime(), answer, "", turnedAway.get()))
                .otherwise(away -> new Asked(
                        caseId,
                        who,
                        due,
                        sent,
                        System.nanoTime(),
                        Optional.empty(),
                        away.toString(),
                        turnedAway.get()));
    }

    /** Why, in the words of every request. */
    static final String WORDS = "inconscient";

    /** What a regulator sends to open a record. */
    static JsonObject opening(Ins ins, String caseId) {
        return new JsonObject()
                .put("mode", "centre_15")
                .put(
                        "patient",
                        new JsonObject()
                                .put(
                                        "ins",
                                        new JsonObject()
                                                .put("value", ins.value())
                                                .put("oid", ins.oid())))
                .put("caseId", caseId)
                .put("reason", new JsonObject().put("code", "M01.02").put("text", WORDS));
    }

    private Future<Asked.Answer> attempt(
            Supplier<String> token, String caseId, JsonObject body, int attempt, AtomicInteger turnedAway) {
        Node node = balancer.next();
        boolean last = !persistent || attempt >= TRIES;
        String shown = token.get();
        return client.send(HttpMethod.POST, node.port(), "/v1/emergency-accesses", shown, caseId, body)
                .transform(reply -> {
                    if (reply.failed()) {
                        balancer.suspect(node);
                        return last
                                ? Future.failedFuture(reply.cause())
                                : attempt(token, caseId, body, attempt + 1, turnedAway);
                    }
                    Asked.Answer answer = answer(reply.result());
                    // Its key was withdrawn while it was on its way.
                    if (answer.status() == UNKNOWN && !shown.equals(token.get()) && !last) {
                        return attempt(token, caseId, body, attempt + 1, turnedAway);
                    }
                    if (!answer.slug().equals(NO_PLACE) || last) {
                        return Future.succeededFuture(answer);
                    }
                    turnedAway.incrementAndGet();
                    return vertx.timer(reply.result().retryAfter(), TimeUnit.SECONDS)
                            .compose(waited -> attempt(token, caseId, body, attempt + 1, turnedAway));
                });
    }

    private static Asked.Answer answer(Client.Reply reply) {
        JsonObject json = reply.body().toJsonObject();
        String id = json.getString(reply.status() < 300 ? "id" : "accessId");
        String type = json.getString("type", "");
        return new Asked.Answer(
                reply.status(),
                Optional.ofNullable(id).map(UUID::fromString),
                type.substring(type.lastIndexOf(':') + 1),
                json.getBoolean("degraded", false));
    }
}
