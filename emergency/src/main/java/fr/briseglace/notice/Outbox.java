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
     * now; to letters that had none; and to holders who are to be told alone and could not be
     * reached. Where all digital addresses of an adult or a representative were rejected, there is a letter instead.
     *
     * @return how many became due
     */
    Future<Integer> readdress();

    /**
     * Gives up being given up: what was parked is due again, with all its attempts before it.
     *
     * @param failure only what was parked for that reason; empty for all
     * @return how many became due
     */
    Future<Integer> replay(Optional<Failure> failure);

    /** How many notices have not left, by channel and by why. */
    Future<List<Unsent>> unsent();

    /**
     * Notices of one channel that have not left.
     *
     * @param channel how they would leave
     * @param state {@code pending}, {@code awaiting-address} or {@code parked}
     * @param count how many
     */
    record Unsent(Channel channel, String state, long count) {}

    /** Age of the oldest notice that could be sent and was not; empty where there is none. */
    Future<Optional<Duration>> oldestUnsent(Set<Channel> channels);
}
