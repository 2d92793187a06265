package fr.briseglace.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Values kept near (this process), then in Redis (sealed), then loaded from the caller's store, one load per key at a
 * time. Neither tier holds a key as it is, but a name that tells nothing of it. Trouble with Redis is a miss, never an
 * error; a failure of the store is the caller's and is not remembered.
 *
 * <p>A cache cannot know that a value is outdated: its user does, and says so by {@link #invalidate} or
 * {@link #reload}. What a load that began before that brings home is not kept.
 */
public final class TieredCache<V> {
    /** What an entry weighs besides its key and value, about. */
    private static final int ENTRY_BYTES = 128;

    /** A load of a value since its last invalidation; {@code past} Redis or by way of it. */
    private record Load(String name, long generation, boolean past) {}

    private record Reload(String name, Instant outdated) {}

    private final Cache<String, Cached<V>> near;
    private final FarTier<V> far;
    private final SingleFlight<Load, Cached<V>> flights;
    private final SingleFlight<Reload, Cached<V>> reloads;
    private final SingleFlight<Reload, Cached<V>> ahead;
    private final Duration fresh;
    private final Generations generations = new Generations();
    private final InstantSource clock;
    private final CacheMetrics metrics;

    private TieredCache(
            Cache<String, Cached<V>> near,
            FarTier<V> far,
            Vertx vertx,
            Duration fresh,
            InstantSource clock,
            CacheMetrics metrics) {
        this.near = near;
        this.far = far;
        this.flights = new SingleFlight<>(vertx);
        this.reloads = new SingleFlight<>(vertx);
        this.ahead = new SingleFlight<>(vertx);
        this.fresh = fresh;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** A cache of those bounds. {@code ticker} tells how long values have been near, {@code clock} when they were loaded. */
    public static <V> TieredCache<V> create(
            Vertx vertx,
            RedisLink link,
            KeyRing ring,
            ValueCodec<V> codec,
            CacheOptions options,
            CacheMetrics metrics,
            InstantSource clock,
            Ticker ticker) {
        Cache<String, Cached<V>> near = Caffeine.newBuilder()
                .maximumWeight(options.nearBytes())
                .weigher((String name, Cached<V> cached) -> ENTRY_BYTES + name.length() + codec.weight(cached.value()))
                .expireAfterWrite(options.nearTtl())
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
        FarTier<V> far = new FarTier<>(link, ring, codec, options, metrics);
        return new TieredCache<>(near, far, vertx, options.fresh(), clock, metrics);
    }

    /**
     * The value of the key from the first tier that has it; {@code loader} is the last. Who asks for a value that has been
     * kept for long has it loaded again for those who come later.
     */
    public Future<Cached<V>> get(String key, Supplier<Future<V>> loader) {
        String name = far.name(key);
        Cached<V> found = near.getIfPresent(name);
        if (found != null) {
            metrics.found(Cached.Source.NEAR);
            refresh(name, found, loader);
            return Future.succeededFuture(found.from(Cached.Source.NEAR));
        }
        Load load = new Load(name, generations.of(name), false);
        return flights.run(load, () -> far.get(name)
                .compose(hit -> hit.map(cached -> foundFar(load, cached)).orElseGet(() -> fetch(load, loader))));
    }

    /**
     * A newer value than {@code outdated}, from the store itself if need be; it then replaces what the tiers hold. Where
     * the store cannot be asked, no tier keeps what is known to be outdated. Those who found the same value outdated share
     * one load.
     */
    public Future<Cached<V>> reload(String key, Cached<V> outdated, Supplier<Future<V>> loader) {
        String name = far.name(key);
        Cached<V> held = near.getIfPresent(name);
        if (held != null && held.loadedAt().isAfter(outdated.loadedAt())) {
            metrics.found(Cached.Source.NEAR);
            return Future.succeededFuture(held.from(Cached.Source.NEAR));
        }
        return reloads.run(new Reload(name, outdated.loadedAt()), () -> {
            drop(name);
            Load load = new Load(name, generations.of(name), true);
            return flights.run(load, () -> fetch(load, loader)).onFailure(failure -> far.remove(name));
        });
    }

    /** Keeps a value that was just loaded from the store. */
    public void put(String key, V value) {
        String name = far.name(key);
        drop(name);
        keep(new Load(name, generations.of(name), true), value, clock.instant());
    }

    /**
     * Forgets the value of the key: near at once, in Redis as soon as it is there to be told.
     *
     * @return completes when Redis has answered or is known not to; never fails
     */
    public Future<Void> invalidate(String key) {
        String name = far.name(key);
        drop(name);
        return far.remove(name).<Void>mapEmpty().otherwiseEmpty();
    }

    /**
     * The same where what others have laid into Redis may hold already, and is left there then.
     *
     * @param holds whether a value is no older than it may be
     */
    public Future<Void> invalidate(String key, Predicate<V> holds) {
        String name = far.name(key);
        drop(name);
        return far.get(name).compose(there -> there.filter(cached -> holds.test(cached.value()))
                .map(cached -> Future.<Void>succeededFuture())
                .orElseGet(() -> far.remove(name).<Void>mapEmpty().otherwiseEmpty()));
    }

    /** What both tiers call a key; it tells nothing of it. */
    public String name(String key) {
        return far.name(key);
    }

    /** What is near of a key, without looking any further. */
    public Optional<Cached<V>> near(String key) {
        return Optional.ofNullable(near.getIfPresent(far.name(key)));
    }

    /** What lies in Redis of a key, whatever is near; empty where Redis does not say. Never fails. */
    public Future<Optional<Cached<V>>> shared(String key) {
        return far.get(far.name(key));
    }

    /** What the near tier holds, in entries, about. */
    public long nearSize() {
        return near.estimatedSize();
    }

    private void drop(String name) {
        generations.next(name);
        near.invalidate(name);
    }

    /**
     * Where the store cannot be asked, the value goes on being what it was until its time is up. One that was loaded long
     * after now was loaded before the clock was set back.
     */
    private void refresh(String name, Cached<V> found, Supplier<Future<V>> loader) {
        Duration age = Duration.between(found.loadedAt(), clock.instant()).abs();
        if (age.compareTo(fresh) < 0) {
            return;
        }
        Load load = new Load(name, generations.of(name), true);
        ahead.run(new Reload(name, found.loadedAt()), () -> flights.run(load, () -> fetch(load, loader)));
    }

    private Future<Cached<V>> foundFar(Load load, Cached<V> cached) {
        metrics.found(Cached.Source.REDIS);
        keepNear(load, cached);
        return Future.succeededFuture(cached);
    }

    private Future<Cached<V>> fetch(Load load, Supplier<Future<V>> loader) {
        Instant asked = clock.instant();
        return loader.get().map(value -> {
            metrics.found(Cached.Source.STORE);
            return keep(load, value, asked);
        });
    }

    private Cached<V> keep(Load load, V value, Instant asked) {
        Cached<V> cached = new Cached<>(value, Cached.Source.STORE, asked.truncatedTo(ChronoUnit.MILLIS));
        if (isCurrent(load)) {
            keepNear(load, cached);
            far.put(load.name(), cached).onSuccess(stored -> correctIfOutdated(load));
        }
        return cached;
    }

    /** An invalidation, or a newer value, may have been overtaken on its way to Redis by another connection. */
    private void correctIfOutdated(Load load) {
        if (isCurrent(load)) {
            return;
        }
        Cached<V> newer = near.getIfPresent(load.name());
        if (newer == null) {
            far.remove(load.name());
        } else {
            far.put(load.name(), newer);
        }
    }

    private void keepNear(Load load, Cached<V> cached) {
        // Inside compute, so that an invalidation either shows here or removes the entry afterwards.
        near.asMap().compute(load.name(), (name, old) -> isCurrent(load) ? cached : old);
    }

    private boolean isCurrent(Load load) {
        return generations.of(load.name()) == load.generation();
    }
}
