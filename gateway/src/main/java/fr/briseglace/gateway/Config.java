package fr.briseglace.gateway;

import fr.briseglace.law.LawSettings;
import fr.briseglace.search.SearchPolicy;
import fr.briseglace.store.DatabaseSettings;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * What the gateway runs on, from a properties file. Relative paths are relative to the file. A value
 * {@code file:PATH} is the content of that file, so that no secret need stand in it.
 *
 * @param publicHost address of the public API
 * @param publicPort its port; 0 for any free one
 * @param opsHost address of the operations endpoints
 * @param opsPort their port; 0 for any free one
 * @param certificate server certificate chain, PEM
 * @param privateKey its key, PEM
 * @param clientAuthorities authorities of client certificates, PEM
 * @param jdkTls whether the JDK's TLS engine serves instead of BoringSSL
 * @param tokens whose tokens count
 * @param database the store
 * @param redis the shared cache
 * @param cacheKeys secrets of the cache: 32 bytes that name, then 32 that seal
 * @param nearBytes the most that snapshots may take in this node's memory
 * @param snapshotLife how long a snapshot is kept
 * @param mail the relay of secure mail
 * @param law what the texts leave to the operator
 * @param search who may look for a patient
 * @param eventLoops how many event loops serve
 */
public record Config(
        String publicHost,
        int publicPort,
        String opsHost,
        int opsPort,
        Path certificate,
        Path privateKey,
        Path clientAuthorities,
        boolean jdkTls,
        TokenSettings tokens,
        DatabaseSettings database,
        URI redis,
        Path cacheKeys,
        long nearBytes,
        Duration snapshotLife,
        MailSettings mail,
        LawSettings law,
        SearchPolicy search,
        int eventLoops) {
    /**
     * Reads a file.
     *
     * @throws ConfigException where it cannot be read, or a value is missing or wrong; says which
     */
    public static Config read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("the configuration file cannot be read: " + file);
        }
        Settings settings = new Settings(properties, file.toAbsolutePath().resolveSibling(""));
        Config config = of(settings);
        settings.check();
        return config;
    }

    private static Config of(Settings settings) {
        return new Config(
                settings.text("public.host", "0.0.0.0"),
                settings.number("public.port", 8443, 0, 65_535),
                settings.text("ops.host", "127.0.0.1"),
                settings.number("ops.port", 9090, 0, 65_535),
                settings.path("tls.certificate"),
                settings.path("tls.key"),
                settings.path("tls.client-authorities"),
                settings.flag("tls.jdk-engine", false),
                new TokenSettings(
                        settings.text("tokens.issuer"),
                        settings.text("tokens.audience", "brise-glace"),
                        settings.uri("tokens.jwks-uri", "https", "http").toString()),
                new DatabaseSettings(
                        settings.text("database.host"),
                        settings.number("database.port", 5432, 1, 65_535),
                        settings.text("database.name", "briseglace"),
                        settings.text("database.user"),
                        settings.text("database.password", ""),
                        settings.number("database.connections", 8, 1, 500)),
                settings.uri("redis.uri", "rediss", "redis"),
                settings.path("cache.keys"),
                settings.number("cache.near-megabytes", 128, 1, 65_536) * 1024L * 1024L,
                settings.duration("cache.snapshot-life", Duration.ofMinutes(30)),
                MailSettings.of(settings),
                new LawSettings(
                        settings.flag("rules.blockHoldsInEmergency", true),
                        settings.duration("rules.regulation-window", LawSettings.DEFAULT.regulationWindow()),
                        settings.duration("rules.break-glass-window", LawSettings.DEFAULT.breakGlassWindow())),
                new SearchPolicy(settings.flag("rules.breakGlassSearch", SearchPolicy.DEFAULT.breakGlassSearch())),
                settings.number("event-loops", Runtime.getRuntime().availableProcessors(), 1, 256));
    }
}
