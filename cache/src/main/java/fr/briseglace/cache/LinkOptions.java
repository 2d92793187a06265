package fr.briseglace.cache;

import java.time.Duration;

/**
 * Where Redis is and how much time it may take.
 *
 * @param uri {@code redis://} or {@code rediss://}, user and password included where there are any
 * @param budget the longest one command may take, 1 ms or more; after it the command fails and its connection is closed
 * @param connectBudget the longest one attempt to connect may take, 1 ms or more
 * @param firstRetry the wait before the first new attempt to connect, 2 ms or more
 * @param longestRetry the longest wait between two attempts to connect
 */
public record LinkOptions(
        String uri, Duration budget, Duration connectBudget, Duration firstRetry, Duration longestRetry) {

    /** Checks the ranges. */
    public LinkOptions {
        if (budget.toMillis() < 1 || connectBudget.toMillis() < 1) {
            throw new IllegalArgumentException("a budget must be 1 ms or more");
        }
        if (new Backoff(firstRetry, longestRetry).longest().compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("the longest retry must be 1 h or less");
        }
    }

    /** The defaults: 10 ms a command, 1 s to connect, retries from 50 ms to 2 s apart. */
    public static LinkOptions to(String uri) {
        return new LinkOptions(
                uri, Duration.ofMillis(10), Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofSeconds(2));
    }

    /** The same with another budget for a command. */
    public LinkOptions withBudget(Duration other) {
        return new LinkOptions(uri, other, connectBudget, firstRetry, longestRetry);
    }

    Backoff backoff() {
        return new Backoff(firstRetry, longestRetry);
    }

    /** Leaves the URI out: it may hold a password. */
    @Override
    public String toString() {
        return "LinkOptions[budget=" + budget + ", connectBudget=" + connectBudget + ", firstRetry=" + firstRetry
                + ", longestRetry=" + longestRetry + "]";
    }
}
