package fr.briseglace.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request to a resource, and its answer. */
final class Exchange extends Reply {
    private final RoutingContext context;

    Exchange(RoutingContext context) {
        super(context.request());
        this.context = context;
    }

    Buffer body() {
        Buffer bytes = context.body().buffer();
        return bytes == null ? Buffer.buffer() : bytes;
    }

    String path(String name) {
        String value = context.pathParam(name);
        return value == null ? "" : value;
    }

    /**
     * A path parameter that is an identifier of ours.
     *
     * @throws ProblemException {@code not-found} where it is none
     */
    UUID id(String name) {
        try {
            return UUID.fromString(path(name));
        } catch (IllegalArgumentException notOurs) {
            throw new ProblemException(
                    Problem.of(Slug.NOT_FOUND, "Cette ressource n'existe pas.", "This resource does not exist."));
        }
    }

    /**
     * A parameter of the query; null where it is absent.
     *
     * @throws ProblemException {@code malformed} where the query cannot be decoded
     */
    @Nullable
    String query(String name) {
        try {
            return request().getParam(name);
        } catch (IllegalArgumentException undecodable) {
            throw new ProblemException(Problem.malformed(List.of()));
        }
    }
}
