package fr.briseglace.gateway;

import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Who works where in a node. Some event loops answer and do nothing else, so that no answer waits for a notice to be
 * written, for the log to grow or for oversight to read; all of that has a loop of its own.
 *
 * @param aside for what a node does besides answering
 * @param answering as many as were asked for; where there are too few event loops, several share one
 */
record Loops(Context aside, List<Context> answering) {
    /** Event loops are given out in turn, to whoever else asks as well; so many turns find all that are needed. */
    private static final int TURNS = 4;

    static Loops of(Vertx vertx, int answering) {
        Map<EventLoop, Context> apart = new LinkedHashMap<>();
        for (int turn = 0; turn < TURNS * (answering + 1) && apart.size() <= answering; turn++) {
            ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
            apart.putIfAbsent(context.nettyEventLoop(), context);
        }
        List<Context> found = List.copyOf(apart.values());
        int shared = Math.max(1, found.size() - 1);
        return new Loops(
                found.getLast(),
                IntStream.range(0, answering)
                        .mapToObj(i -> found.get(i % shared))
                        .toList());
    }

    /** Does something there. What it throws is how it fails. */
    static <T> Future<T> on(Context loop, Callable<Future<T>> task) {
        return Future.future(done -> loop.runOnContext(v -> {
            try {
                task.call().onComplete(done);
            } catch (Exception e) {
                done.fail(e);
            }
        }));
    }
}
