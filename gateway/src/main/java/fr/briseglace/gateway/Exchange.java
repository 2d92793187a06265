package fr.briseglace.gateway;

import fr.briseglace.access.Patience;
import fr.briseglace.access.Rendering;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request to a resource, and its answer. */
final class Exchange extends Reply {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(5);
    private static final Problem NOT_FOUND =
            Problem.of(Slug.NOT_FOUND, "Cette ressource n'existe pas.", "This resource does not exist.");

    private final RoutingContext context;
    private final Clause clause;
    private final long end = System.nanoTime() + LONGEST_WAIT;

    Exchange(RoutingContext context, Clause clause) {
        super(context.request());
        this.context = context;
        this.clause = clause;
    }

    /** How long the caller waits: while the connection stands, and from the request on no longer than anybody would. */
    Patience patience() {
        return () -> response().closed() || System.nanoTime() - end > 0;
    }

    /** The body as it was sent, for those who read it themselves. */
    Buffer body() {
        Buffer bytes = context.body().buffer();
        return bytes == null ? Buffer.buffer() : bytes;
    }

    /**
     * The body, which is as the contract describes it.
     *
     * @throws ProblemException {@code malformed} where it is not
     */
    JsonObject json() {
        return clause.read(body());
    }

    /** Answers with what is found, once it is; a fault in answering is a fault of ours, and keeps nobody waiting. */
    <T> void give(Future<T> found, Consumer<T> answering) {
        found.map(value -> {
                    answering.accept(value);
                    return value;
                })
                .onFailure(this::fail);
    }

    /** Answers with what takes a moment to render, off the event loop. */
    void rendered(int status, String mediaType, Supplier<List<Rendering>> pieces) {
        boolean gzip = takesGzip();
        give(
                context.vertx().executeBlocking(() -> Coded.together(pieces.get(), gzip), false),
                coded -> answer(status, mediaType, coded));
    }

    /**
     * A parameter of the path, which is as the contract describes it.
     *
     * @throws ProblemException {@code not-found} where it is not
     */
    String path(String name) {
        String value = context.pathParam(name.equals(Clause.REST) ? "*" : name);
        if (value == null || !clause.pathFits(name, value)) {
            throw new ProblemException(NOT_FOUND);
        }
        return value;
    }

    /**
     * A path parameter that is an identifier of ours.
     *
     * @throws ProblemException {@code not-found} where it is none
     */
    UUID id(String name) {
        return UUID.fromString(path(name));
    }

    /**
     * A parameter of the query, which is as the contract describes it; null where it is absent.
     *
     * @throws ProblemException {@code malformed} where it is not, cannot be decoded, or is there more than once
     */
    @Nullable
    String query(String name) {
        String value = decoded(name);
        if (value != null && !clause.queryFits(name, value)) {
            throw Clause.wrongQuery(name);
        }
        return value;
    }

    private @Nullable String decoded(String name) {
        List<String> values;
        try {
            values = request().params().getAll(name);
        } catch (IllegalArgumentException undecodable) {
            throw new ProblemException(Problem.malformed(List.of()));
        }
        if (values.size() > 1) {
            throw Clause.wrongQuery(name);
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
