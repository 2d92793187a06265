package fr.briseglace.store;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a store that cannot work now from one that refuses what it was asked. */
public final class StoreAway {
    /**
     * Classes of SQLSTATE by which a server says so: connection, transaction state (read-only), resources, intervention,
     * system, internal.
     */
    private static final Set<String> CLASSES = Set.of("08", "25", "53", "57", "58", "XX");
    /** Where the driver makes sense of what a server says. */
    private static final List<String> READING =
            List.of("io.vertx.pgclient.impl.codec.", "io.vertx.pgclient.impl.util.");

    /** By whom things are done for everybody: they are not at fault. */
    private static final List<String> COMMON = List.of("java.", "jdk.", "io.netty.");

    private StoreAway() {}

    /** Whether this failure of a call means that the store is away. */
    public static boolean says(Throwable failure) {
        return switch (failure) {
            case PgException refused -> CLASSES.contains(kind(refused.getSqlState()));
            case ClosedConnectionException closed -> true;
            case IOException unreachable -> true;
            case TimeoutException late -> true;
            case VertxException broken -> true;
            default -> nonsense(failure);
        };
    }

    /** The same where the schema is seen to, by another driver and through others' hands. */
    static boolean keptFromSchema(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && CLASSES.contains(kind(refused.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** What the driver cannot read was not said by the store, whichever way it fails; what we cannot is our own fault. */
    private static boolean nonsense(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> COMMON.stream().noneMatch(name::startsWith))
                .findFirst()
                .filter(name -> READING.stream().anyMatch(name::startsWith))
                .isPresent();
    }

    private static String kind(@Nullable String state) {
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
