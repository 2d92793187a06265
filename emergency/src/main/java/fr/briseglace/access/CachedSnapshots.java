package fr.briseglace.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.briseglace.cache.Cached;
import fr.briseglace.cache.TieredCache;
import fr.briseglace.cache.ToldVersions;
import fr.briseglace.cache.ValueCodec;
import fr.briseglace.identity.Ins;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots by way of the tiered cache. That the store does not know a patient is remembered for a moment and on this
 * node alone, so that asking for the same nobody again and again reads nothing.
 */
public final class CachedSnapshots implements Snapshots {
    /** How snapshots look in the cache. */
    public static final ValueCodec<Snapshot> CODEC = new ValueCodec<>() {
        @Override
        public byte[] encode(Snapshot snapshot) {
            return SnapshotCodec.encode(snapshot);
        }

        @Override
        public @Nullable Snapshot decode(byte[] bytes) {
            try {
                return SnapshotCodec.decode(bytes);
            } catch (IllegalArgumentException otherFormat) {
                return null;
            }
        }

        @Override
        public int weight(Snapshot snapshot) {
            return FIXED_WEIGHT + snapshot.content().size();
        }
    };

    private static final int FIXED_WEIGHT = 700;

    /** Whoever comes into the store is found after this long at most. */
    private static final Duration NOBODY_FOR = Duration.ofSeconds(1);

    private static final int NOBODIES = 10_000;

    private final TieredCache<Snapshot> cache;
    private final SnapshotLoader loader;
    private final ToldVersions told;
    private final Cache<String, Sighting> nobodies;

    /** Snapshots that a cache keeps and a loader brings, and of which {@code told} says how new they must be in an outage. */
    public CachedSnapshots(TieredCache<Snapshot> cache, SnapshotLoader loader, ToldVersions told) {
        this(cache, loader, told, Ticker.systemTicker());
    }

    CachedSnapshots(TieredCache<Snapshot> cache, SnapshotLoader loader, ToldVersions told, Ticker ticker) {
        this.cache = cache;
        this.loader = loader;
        this.told = told;
        this.nobodies = Caffeine.newBuilder()
                .maximumSize(NOBODIES)
                .expireAfterWrite(NOBODY_FOR)
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
    }

    @Override
    public Future<Sighting> of(Ins ins) {
        String key = key(ins);
        // Names cost a microsecond, and there is rarely anybody to look for.
        Sighting nobody = nobodies.estimatedSize() == 0 ? null : nobodies.getIfPresent(cache.name(key));
        return nobody != null
                ? Future.succeededFuture(nobody)
                : seen(cache.get(key, load(ins))).onSuccess(sighting -> {
                    if (sighting.found() == null) {
                        nobodies.put(cache.name(key), sighting);
                    }
                });
    }

    @Override
    public Future<Sighting> newerThan(Ins ins, Sighting outdated) {
        Cached<Snapshot> found = outdated.found();
        return found == null ? of(ins) : seen(cache.reload(key(ins), found, load(ins)));
    }

    @Override
    public Future<Sighting> asAuthor(Ins ins, String professionalId) {
        return loader.load(ins, professionalId)
                .map(found -> found.map(own -> new Sighting(new Cached<>(own, Cached.Source.STORE, own.asOf())))
                        .orElse(Sighting.NOBODY));
    }

    @Override
    public Future<Sighting> withoutStore(Ins ins, Sighting held) {
        Cached<Snapshot> found = held.found();
        if (found == null) {
            return Future.succeededFuture(held);
        }
        String key = key(ins);
        return told.last(key)
                .compose(last -> found.value().recordVersion() >= last
                        ? Future.succeededFuture(held)
                        : cache.shared(key).compose(there -> there.filter(
                                        one -> one.value().recordVersion() >= last)
                                .map(one -> Future.succeededFuture(new Sighting(one)))
                                .orElseGet(() -> Future.failedFuture(new StoreUnavailable(null)))));
    }

    /**
     * A patient decided something, by way of this node: completes once the nodes that cannot ask the store are told so, as
     * far as Redis is there to tell them. What holds now lies in Redis soon after. Never fails.
     */
    public Future<Void> decided(Change change) {
        String key = key(change.ins());
        return told.tell(key, change.recordVersion()).onSuccess(done -> loader.load(change.ins(), null)
                .onSuccess(now -> now.ifPresent(snapshot -> cache.put(key, snapshot))));
    }

    /**
     * A patient changed: what is near of an older version is read anew, what lies in Redis of one forgotten, and whoever
     * cannot ask the store is told. Never fails; where the store cannot be asked any more, nothing older is kept.
     */
    Future<Void> heard(Change change) {
        String key = key(change.ins());
        nobodies.invalidate(cache.name(key));
        Future<Void> passedOn = told.tell(key, change.recordVersion());
        Cached<Snapshot> held = cache.near(key).orElse(null);
        if (held == null) {
            return cache.invalidate(key, there -> there.recordVersion() >= change.recordVersion());
        }
        return held.value().recordVersion() >= change.recordVersion()
                ? passedOn
                : cache.reload(key, held, load(change.ins())).<Void>mapEmpty().otherwiseEmpty();
    }

    static String key(Ins ins) {
        return ins.oid() + '|' + ins.value();
    }

    private Supplier<Future<Snapshot>> load(Ins ins) {
        return () -> loader.load(ins, null).map(found -> found.orElseThrow(() -> Nobody.KNOWN));
    }

    private static Future<Sighting> seen(Future<Cached<Snapshot>> cached) {
        return cached.map(Sighting::new)
                .recover(failure -> failure == Nobody.KNOWN
                        ? Future.succeededFuture(Sighting.NOBODY)
                        : Future.failedFuture(new StoreUnavailable(failure)));
    }

    /** Passes through the cache as a failure, which it does not keep. */
    private static final class Nobody extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("StaticAssignmentOfThrowable") // It has neither stack trace nor state.
        private static final Nobody KNOWN = new Nobody();

        private Nobody() {
            super("no such patient", null, false, false);
        }
    }
}
