package fr.briseglace.faults;

import fr.briseglace.identity.Ins;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Patients who make up their minds while records are opened: some oppose and lift it again and again, the others oppose
 * at the beginning and lift it at the end. Only what was answered counts as decided.
 */
final class Decisions {
    private static final long OPPOSED_MILLIS = 900;
    private static final long BETWEEN_MILLIS = 400;

    private final Vertx vertx;
    private final Client portal;
    private final Balancer balancer;
    private final Function<Ins, String> tokens;
    private final Map<Integer, Ins> restless;
    private final Map<Integer, Ins> resolute;
    private final Queue<Opposed> opposed = new ConcurrentLinkedQueue<>();
    private final List<Future<Void>> going = new ArrayList<>();
    private volatile boolean ending;

    /**
     * Decisions that are not begun.
     *
     * @param tokens a token of the holder of a record
     * @param restless who oppose and lift it, by their number among those asked for
     * @param resolute who oppose once, likewise
     */
    Decisions(
            Vertx vertx,
            Client portal,
            Balancer balancer,
            Function<Ins, String> tokens,
            Map<Integer, Ins> restless,
            Map<Integer, Ins> resolute) {
        this.vertx = vertx;
        this.portal = portal;
        this.balancer = balancer;
        this.tokens = tokens;
        this.restless = restless;
        this.resolute = resolute;
    }

    /** Begins; the resolute have decided when it completes. */
    Future<Void> begin() {
        restless.forEach((number, ins) -> going.add(waver(number, ins)));
        List<Future<Boolean>> decided = new ArrayList<>();
        resolute.forEach((number, ins) -> decided.add(decide(ins, true).onSuccess(yes -> {
            if (yes) {
                opposed.add(new Opposed(number, System.nanoTime(), Long.MAX_VALUE));
            }
        })));
        return Future.all(decided).mapEmpty();
    }

    /** No more of it. */
    Future<List<Opposed>> end() {
        ending = true;
        return Future.all(going).map(done -> List.copyOf(opposed));
    }

    /** Takes back whatever was decided; to be called once all can answer again. */
    Future<Void> lift() {
        List<Future<Boolean>> lifted = new ArrayList<>();
        restless.values().forEach(ins -> lifted.add(decide(ins, false)));
        resolute.values().forEach(ins -> lifted.add(decide(ins, false)));
        return Future.all(lifted)
                .compose(all -> lifted.stream().allMatch(Future::result)
                        ? Future.succeededFuture()
                        : Future.failedFuture("an opposition cannot be lifted"));
    }

    private Future<Void> waver(int number, Ins ins) {
        if (ending) {
            return Future.succeededFuture();
        }
        return decide(ins, true)
                .compose(yes -> {
                    long from = System.nanoTime();
                    return vertx.timer(OPPOSED_MILLIS).<Void>mapEmpty().onSuccess(v -> {
                        if (yes) {
                            opposed.add(new Opposed(number, from, System.nanoTime()));
                        }
                    });
                })
                .compose(v -> decide(ins, false))
                .compose(v -> vertx.timer(BETWEEN_MILLIS))
                .compose(v -> waver(number, ins));
    }

    /** Whether it was answered that so it is. */
    private Future<Boolean> decide(Ins ins, boolean oppose) {
        JsonObject change = new JsonObject().put("regulationOpposed", oppose);
        return portal.send(
                        HttpMethod.PATCH,
                        balancer.next().port(),
                        "/v1/patients/" + ins.value() + "/rights",
                        tokens.apply(ins),
                        "",
                        change)
                .map(reply -> reply.status() == 200)
                .otherwise(false);
    }
}
