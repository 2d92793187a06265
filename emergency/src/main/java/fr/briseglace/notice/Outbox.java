package fr.briseglace.notice;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where notices lie between the commit of their record and the relay's acceptance. Its clock is the only one. */
public interface Outbox {
    /**
     * Takes due notices for this node alone, oldest due first.
     *
     * @param channels which channels can be served
     * @param limit how many at most
     * @param lease after which another node may take what was not settled
     */
    Future<List<Notice>> claim(Set<Channel> channels, int limit, Duration lease);

    /** Writes what came of claimed notices. What another node took over meanwhile is only overwritten by a sending. */
    Future<Void> settle(List<Outcome> outcomes);

    /**
     * Gives an address to notices to GPs that had none, or one that was rejected, where the directory has another by
     * now.
     *
     * @return how many became due
     */
    Future<Integer> readdress();

    /** Age of the oldest notice that could be sent and was not; empty where there is none. */
    Future<Optional<Duration>> oldestUnsent(Set<Channel> channels);
}
