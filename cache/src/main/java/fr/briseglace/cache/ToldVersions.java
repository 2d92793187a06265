package fr.briseglace.cache;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a value holds, told by way of Redis to those who hold an older one and cannot ask the store. Versions
 * are above zero and grow. Trouble with Redis is silence, never an error.
 */
public final class ToldVersions {
    private static final long NOTHING = 0;

    /** What is told late takes nothing back. */
    private static final String TELL = """
            local told = tonumber(redis.call('GET', KEYS[1]) or 0) or 0
            if told < tonumber(ARGV[1]) then
              redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            end
            return told
            """;

    private final RedisLink link;
    private final KeyRing ring;
    private final String prefix;
    private final String lifeMillis;

    /**
     * Versions told under names of that prefix.
     *
     * @param life how long they are remembered: as long as anybody may go by an older value
     */
    public ToldVersions(RedisLink link, KeyRing ring, String prefix, Duration life) {
        this.link = link;
        this.ring = ring;
        this.prefix = prefix;
        this.lifeMillis = Long.toString(Math.max(1, life.toMillis()));
    }

    /**
     * Tells that this version holds, unless a newer one was told.
     *
     * @return completes when Redis has answered or is known not to; never fails
     */
    public Future<Void> tell(String key, long version) {
        Request told = Request.cmd(Command.EVAL)
                .arg(TELL)
                .arg("1")
                .arg(ring.name(prefix, key))
                .arg(Long.toString(version))
                .arg(lifeMillis);
        return link.send(told).<Void>mapEmpty().otherwiseEmpty();
    }

    /** The version last told; 0 where none was, or where Redis does not say. Never fails. */
    public Future<Long> last(String key) {
        return link.send(Request.cmd(Command.GET).arg(ring.name(prefix, key)))
                .map(ToldVersions::version)
                .otherwise(NOTHING);
    }

    private static long version(@Nullable Response reply) {
        Long told = reply == null ? null : reply.toLong();
        return told == null ? NOTHING : told;
    }
}
