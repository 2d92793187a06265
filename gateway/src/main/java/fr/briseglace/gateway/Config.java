package fr.briseglace.gateway;

import static fr.briseglace.gateway.limits.Limit.ACCESS_PATIENT;
import static fr.briseglace.gateway.limits.Limit.ACCESS_PROFESSIONAL;
import static fr.briseglace.gateway.limits.Limit.ACCESS_STRUCTURE;
import static fr.briseglace.gateway.limits.Limit.ANONYMOUS;
import static fr.briseglace.gateway.limits.Limit.DOCUMENTS;
import static fr.briseglace.gateway.limits.Limit.SEARCH_BREAK_GLASS;
import static fr.briseglace.gateway.limits.Limit.SEARCH_PROFESSIONAL;

import fr.briseglace.cache.RatePolicy;
import fr.briseglace.gateway.limits.Limit;
import fr.briseglace.gateway.limits.LimitSettings;
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
import java.time.Period;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway runs on, from a properties file. Relative paths are relative to the file. A value
 * {@code file:PATH} is the content of that file, so that no secret need stand in it.
 *
 * @param file where this was read
 * @param publicHost address of the public API
 * @param publicPort its port; 0 for any free one
 * @param opsHost address of the operations endpoints
 * @param opsPort their port; 0 for any free one
 * @param certificate server certificate chain, PEM
 * @param privateKey its key, PEM
 * @param clientAuthorities authorities of client certificates, PEM
 * @param revoked lists of client certificates that count no more; null where there are none
 * @param jdkTls whether the JDK's TLS engine serves instead of BoringSSL
 * @param tokens whose tokens count
 * @param database the store, as the gateway's own role reaches it
 * @param owner the store, as the role that owns its tables reaches it; null where the gateway does not migrate
 * @param retention how long what records say is kept
 * @param redis the shared cache
 * @param cacheKeys secrets of the cache: 32 bytes that name, then 32 that seal
 * @param nearBytes the most that snapshots may take in this node's memory
 * @param snapshotLife how long a snapshot is kept
 * @param outage what is done while the store is away
 * @param mail the relay of secure mail
 * @param oversight who watches over those who review
 * @param log the transparency log
 * @param law what the texts leave to the operator
 * @param search who may look for a patient
 * @param console where regulators open records; null where there is no such page
 * @param limits how often who may do what
 * @param eventLoops how many event loops serve
 * @param notice how long a node that was told to stop goes on answering, so that whoever sends requests here hears of it
 */
public record Config(
        Path file,
        String publicHost,
        int publicPort,
        String opsHost,
        int opsPort,
        Path certificate,
        Path privateKey,
        Path clientAuthorities,
        @Nullable Path revoked,
        boolean jdkTls,
        TokenSettings tokens,
        DatabaseSettings database,
        @Nullable DatabaseSettings owner,
        Period retention,
        RedisSettings redis,
        Path cacheKeys,
        long nearBytes,
        Duration snapshotLife,
        OutageSettings outage,
        MailSettings mail,
        OversightSettings oversight,
        LogSettings log,
        LawSettings law,
        SearchPolicy search,
        @Nullable URI console,
        LimitSettings limits,
        int eventLoops,
        Duration notice) {
    private static final Duration USUAL_NOTICE = Duration.ofSeconds(5);

    /** As long as a closed record is kept (CSP R.1111-32); for its traces the texts are silent. */
    private static final Period TEN_YEARS = Period.ofYears(10);

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
        Config config = of(file, settings);
        settings.check();
        return config;
    }

    private static Config of(Path file, Settings settings) {
        return new Config(
                file,
                settings.text("public.host", "0.0.0.0"),
                settings.number("public.port", 8443, 0, 65_535),
                settings.text("ops.host", "127.0.0.1"),
                settings.number("ops.port", 9090, 0, 65_535),
                settings.path("tls.certificate"),
                settings.path("tls.key"),
                settings.path("tls.client-authorities"),
                settings.optionalPath("tls.revoked"),
                settings.flag("tls.jdk-engine", false),
                new TokenSettings(
                        settings.text("tokens.issuer"),
                        settings.text("tokens.audience", "brise-glace"),
                        settings.uri("tokens.jwks-uri", "https", "http").toString()),
                database(settings),
                owner(settings),
                settings.years("trail.retention", TEN_YEARS),
                RedisSettings.of(settings),
                settings.path("cache.keys"),
                settings.number("cache.near-megabytes", 128, 1, 65_536) * 1024L * 1024L,
                settings.duration("cache.snapshot-life", Duration.ofMinutes(30)),
                OutageSettings.of(settings),
                MailSettings.of(settings),
                OversightSettings.of(settings),
                LogSettings.of(settings),
                new LawSettings(
                        settings.flag("rules.blockHoldsInEmergency", true),
                        settings.duration("rules.regulation-window", LawSettings.DEFAULT.regulationWindow()),
                        settings.duration("rules.break-glass-window", LawSettings.DEFAULT.breakGlassWindow())),
                new SearchPolicy(settings.flag("rules.breakGlassSearch", SearchPolicy.DEFAULT.breakGlassSearch())),
                settings.optionalUri("hub.console", "https"),
                limits(settings),
                settings.number("event-loops", Runtime.getRuntime().availableProcessors(), 1, 256),
                settings.durationOrNone("shutdown.notice", USUAL_NOTICE));
    }

    private static DatabaseSettings database(Settings settings) {
        return new DatabaseSettings(
                settings.servers("database.host", settings.number("database.port", 5432, 1, 65_535)),
                settings.text("database.name", "briseglace"),
                settings.text("database.user"),
                settings.text("database.password", ""),
                settings.number("database.connections", 8, 1, 500));
    }

    private static @Nullable DatabaseSettings owner(Settings settings) {
        String owner = settings.text("database.owner", "");
        String password = settings.text("database.owner-password", "");
        return owner.isEmpty() ? null : database(settings).as(owner, password);
    }

    private static LimitSettings limits(Settings settings) {
        Map<Limit, RatePolicy> policies = Map.of(
                ACCESS_PROFESSIONAL, settings.rate("limits.access-professional", ACCESS_PROFESSIONAL.usual()),
                ACCESS_STRUCTURE, settings.rate("limits.access-structure", ACCESS_STRUCTURE.usual()),
                ACCESS_PATIENT, settings.rate("limits.access-patient", ACCESS_PATIENT.usual()),
                SEARCH_PROFESSIONAL, settings.rate("limits.search-professional", SEARCH_PROFESSIONAL.usual()),
                SEARCH_BREAK_GLASS, settings.rate("limits.search-break-glass", SEARCH_BREAK_GLASS.usual()),
                DOCUMENTS, settings.rate("limits.documents", DOCUMENTS.usual()),
                ANONYMOUS, settings.rate("limits.anonymous", ANONYMOUS.usual()));
        LimitSettings limits = new LimitSettings(policies, settings.flag("limits.shadow", false));
        try {
            return limits.times(settings.number("limits.factor", 1, 1, 1_000_000));
        } catch (IllegalArgumentException | ArithmeticException uncountable) {
            throw new ConfigException("limits.factor is more than can be counted");
        }
    }
}
