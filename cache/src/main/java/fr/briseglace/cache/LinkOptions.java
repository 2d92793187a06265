package fr.briseglace.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where Redis is and how much time it may take.
 *
 * @param uris one server, or some of a cluster, which name the others; {@code redis://} or {@code rediss://}, user and
 *     password included where there are any
 * @param cluster whether they are a Redis Cluster
 * @param budget the longest one command may take, 1 ms or more; after it the command fails and its connection is closed
 * @param connectBudget the longest one attempt to connect may take, 1 ms or more
 * @param firstRetry the wait before the first new attempt to connect, 2 ms or more
 * @param longestRetry the longest wait between two attempts to connect
 */
public record LinkOptions(
        List<String> uris,
        boolean cluster,
        Duration budget,
        Duration connectBudget,
        Duration firstRetry,
        Duration longestRetry) {

    /** Checks the ranges. */
    public LinkOptions {
        uris = List.copyOf(uris);
        if (uris.isEmpty() || (uris.size() > 1 && !cluster)) {
            throw new IllegalArgumentException("one address, or several of a cluster");
        }
        if (budget.toMillis() < 1 || connectBudget.toMillis() < 1) {
            throw new IllegalArgumentException("a budget must be 1 ms or more");
        }
        if (new Backoff(firstRetry, longestRetry).longest().compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("the longest retry must be 1 h or less");
        }
    }

    /** One server, with the defaults: 10 ms a command, 1 s to connect, retries from 50 ms to 2 s apart. */
    public static LinkOptions to(String uri) {
        return withDefaults(List.of(uri), false);
    }

    /** A cluster, some of whose servers are named; with the same defaults. */
    public static LinkOptions toCluster(List<String> uris) {
        return withDefaults(uris, true);
    }

    private static LinkOptions withDefaults(List<String> uris, boolean cluster) {
        return new LinkOptions(
                uris,
                cluster,
                Duration.ofMillis(10),
                Duration.ofSeconds(1),
                Duration.ofMillis(50),
                Duration.ofSeconds(2));
    }

    /** The same with another budget for a command. */
    public LinkOptions withBudget(Duration other) {
        return new LinkOptions(uris, cluster, other, connectBudget, firstRetry, longestRetry);
    }

    /** The addresses in the order of an attempt, so that one that hangs is not asked first for ever. */
    List<String> uris(int attempt) {
        List<String> turned = new ArrayList<>(uris);
        Collections.rotate(turned, -attempt);
        return turned;
    }

    Backoff backoff() {
        return new Backoff(firstRetry, longestRetry);
    }

    /** Leaves the addresses out: they may hold a password. */
    @Override
    public String toString() {
        return "LinkOptions[cluster=" + cluster + ", budget=" + budget + ", connectBudget=" + connectBudget
                + ", firstRetry=" + firstRetry + ", longestRetry=" + longestRetry + "]";
    }
}
