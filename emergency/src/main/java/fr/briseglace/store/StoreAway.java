package fr.briseglace.store;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a store that cannot work now from one that refuses what it was asked. */
public final class StoreAway {
    /**
     * Classes of SQLSTATE by which a server says so: connection, transaction state (read-only), resources, intervention,
     * system, internal.
     */
    private static final Set<String> CLASSES = Set.of("08", "25", "53", "57", "58", "XX");

    private StoreAway() {}

    /** Whether this failure of a call means that the store is away. */
    public static boolean says(Throwable failure) {
        return switch (failure) {
            case PgException refused -> CLASSES.contains(kind(refused));
            case ClosedConnectionException closed -> true;
            case IOException unreachable -> true;
            case TimeoutException late -> true;
            case VertxException broken -> true;
            default -> false;
        };
    }

    private static String kind(PgException refused) {
        String state = refused.getSqlState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
