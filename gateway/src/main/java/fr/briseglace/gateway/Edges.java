package fr.briseglace.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The public API of a node: an edge on each event loop that answers, all on one port. */
final class Edges {
    private final Loops loops;
    private final List<Edge> edges;

    /** Something that an edge does on its event loop. */
    private interface Doing {
        Future<?> with(Edge edge, Context loop) throws Exception;
    }

    /**
     * As many as there are event loops that answer; closed still.
     *
     * @param each makes one
     */
    Edges(Loops loops, Supplier<Edge> each) {
        this.loops = loops;
        this.edges = Stream.generate(each).limit(loops.answering().size()).toList();
    }

    /** Opens them. Where one fails, those that were opened have to be closed. */
    Future<?> open() {
        return onTheirLoops(Edge::deploy);
    }

    /** Takes no new connection, and lets what was begun come to its end. */
    Future<?> close() {
        return onTheirLoops(Edge::undeploy);
    }

    /** The port they listen on, once they are open. */
    int port() {
        return edges.getFirst().port();
    }

    /**
     * Shows another certificate, and trusts other authorities, from the next handshake on: one for all, as they share what
     * listens.
     *
     * @return fails where these options cannot be used; those in use stay then
     */
    Future<Boolean> renew(HttpServerOptions fresh) {
        return edges.getFirst().renew(fresh);
    }

    private Future<?> onTheirLoops(Doing doing) {
        return Future.join(IntStream.range(0, edges.size())
                .mapToObj(i -> {
                    Context loop = loops.answering().get(i);
                    return Loops.on(loop, () -> doing.with(edges.get(i), loop).mapEmpty());
                })
                .toList());
    }
}
