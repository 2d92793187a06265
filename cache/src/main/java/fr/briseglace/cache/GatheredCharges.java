package fr.briseglace.cache;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Charges together what arrives in one turn of an event loop: a command costs Redis and this node several times what
 * one more request in it does.
 */
final class GatheredCharges {
    /** Requests in one command, so that it never holds up others for long. */
    private static final int MOST = 64;

    private final GcraScript script;
    private final Map<Thread, ArrayDeque<Waiting>> turns = new ConcurrentHashMap<>();

    private record Waiting(ChargeRequest request, CallerPromise<GcraScript.Answer> promise) {}

    GatheredCharges(GcraScript script) {
        this.script = script;
    }

    /** What Redis says of the request; fails where Redis is away. */
    Future<GcraScript.Answer> charge(ChargeRequest request) {
        Context context = Vertx.currentContext();
        if (context == null || !Context.isOnEventLoopThread()) {
            return script.run(List.of(request)).map(List::getFirst);
        }
        Waiting waiting = new Waiting(request, new CallerPromise<>(context.owner()));
        ArrayDeque<Waiting> turn = turns.computeIfAbsent(Thread.currentThread(), unseen -> new ArrayDeque<>());
        turn.add(waiting);
        if (turn.size() == 1) {
            context.runOnContext(over -> leave(turn));
        }
        return waiting.promise().future();
    }

    private void leave(ArrayDeque<Waiting> turn) {
        while (!turn.isEmpty()) {
            List<Waiting> together = new ArrayList<>(Math.min(turn.size(), MOST));
            while (!turn.isEmpty() && together.size() < MOST) {
                together.add(turn.remove());
            }
            List<ChargeRequest> requests =
                    together.stream().map(Waiting::request).toList();
            script.run(requests).onComplete(answers -> {
                for (int i = 0; i < together.size(); i++) {
                    int place = i;
                    together.get(i).promise().handle(answers.map(all -> all.get(place)));
                }
            });
        }
    }
}
