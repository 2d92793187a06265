package fr.briseglace.gateway;

import fr.briseglace.cache.LinkOptions;
import java.net.URI;
import java.util.List;

/**
 * Where the shared cache is.
 *
 * @param uris one server, or some of a cluster, which name the others; passwords included, and never printed
 * @param cluster whether they are a Redis Cluster
 */
record RedisSettings(List<URI> uris, boolean cluster) {
    static RedisSettings of(Settings settings) {
        RedisSettings redis =
                new RedisSettings(settings.uris("redis.uri", "rediss", "redis"), settings.flag("redis.cluster", false));
        if (!redis.cluster && redis.uris.size() > 1) {
            throw new ConfigException("redis.uri may list several addresses only where redis.cluster is true");
        }
        if (redis.cluster && redis.uris.stream().anyMatch(RedisSettings::namesDatabase)) {
            throw new ConfigException("redis.uri must name no database where redis.cluster is true");
        }
        return redis;
    }

    private static boolean namesDatabase(URI uri) {
        return uri.getPath().length() > 1;
    }

    LinkOptions link() {
        List<String> addresses = uris.stream().map(URI::toString).toList();
        return cluster ? LinkOptions.toCluster(addresses) : LinkOptions.to(addresses.getFirst());
    }

    @Override
    public String toString() {
        return "RedisSettings[" + uris.stream().map(URI::getHost).toList() + "]";
    }
}
