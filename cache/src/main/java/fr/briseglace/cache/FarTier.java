package fr.briseglace.cache;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tier in Redis: sealed values under names that tell nothing. Where Redis is away, it is empty. */
final class FarTier<V> {
    private final RedisLink link;
    private final KeyRing ring;
    private final ValueCodec<V> codec;
    private final CacheMetrics metrics;
    private final String prefix;
    private final String ttlMillis;

    FarTier(RedisLink link, KeyRing ring, ValueCodec<V> codec, CacheOptions options, CacheMetrics metrics) {
        this.link = link;
        this.ring = ring;
        this.codec = codec;
        this.metrics = metrics;
        this.prefix = options.prefix();
        this.ttlMillis = Long.toString(options.redisTtl().toMillis());
    }

    /** What a key is called there; it tells nothing of the key. */
    String name(String key) {
        return ring.name(prefix, key);
    }

    /** What lies there under the name and opens; never fails. */
    Future<Optional<Cached<V>>> get(String name) {
        return link.send(Request.cmd(Command.GET).arg(name))
                .map(reply -> Optional.ofNullable(reply == null ? null : read(name, reply)))
                .otherwise(away -> Optional.empty());
    }

    /** Lays a value down; fails where Redis is away. */
    Future<@Nullable Response> put(String name, Cached<V> cached) {
        byte[] value = codec.encode(cached.value());
        byte[] dated = ByteBuffer.allocate(Long.BYTES + value.length)
                .putLong(cached.loadedAt().toEpochMilli())
                .put(value)
                .array();
        return link.send(Request.cmd(Command.SET)
                .arg(name)
                .arg(Buffer.buffer(SealedValue.seal(ring, name, dated)))
                .arg("PX")
                .arg(ttlMillis));
    }

    /** Takes a value away; fails where Redis is away. */
    Future<@Nullable Response> remove(String name) {
        return link.send(Request.cmd(Command.DEL).arg(name));
    }

    private @Nullable Cached<V> read(String name, Response reply) {
        byte[] sealed = reply.toBytes();
        byte[] dated = sealed == null ? null : SealedValue.open(ring, name, sealed);
        V value = dated == null || dated.length < Long.BYTES
                ? null
                : codec.decode(Arrays.copyOfRange(dated, Long.BYTES, dated.length));
        if (dated == null || value == null) {
            metrics.unreadable();
            return null;
        }
        Instant loadedAt = Instant.ofEpochMilli(ByteBuffer.wrap(dated).getLong());
        return new Cached<>(value, Cached.Source.REDIS, loadedAt);
    }
}
