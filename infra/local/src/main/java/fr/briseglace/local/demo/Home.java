package fr.briseglace.local.demo;

import fr.briseglace.local.pki.LocalPki;
import fr.briseglace.local.postgres.LocalPostgres;
import fr.briseglace.sequence.LogKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder that a local stack lives in.
 *
 * @param folder absolute
 */
public record Home(Path folder) {
    /** How many times as generous limits are that are still executed, but that nobody reaches. */
    public static final long OUT_OF_THE_WAY = 100_000;

    private static final int CACHE_SECRETS = 64;

    /** Makes the folder where there is none. */
    public static Home at(Path path) throws IOException {
        return new Home(Files.createDirectories(path.toAbsolutePath().normalize()));
    }

    /** Its keys and certificates. */
    public Path pki() {
        return folder.resolve("pki");
    }

    /** The matricules of the ordinary patients, one a line. */
    Path matricules() {
        return folder.resolve("ins.txt");
    }

    /** Tokens for load generators, one a line. */
    Path tokens() {
        return folder.resolve("tokens.txt");
    }

    /** Which synthetic population was loaded here. */
    Path population() {
        return folder.resolve("population.properties");
    }

    /**
     * Writes the configuration that the gateway runs on, as a production one would be written.
     *
     * @param limits how many times as generous as usual the limits are
     */
    public Path configuration(
            LocalPki pki, Ports ports, int database, String redis, int mail, String issuer, long limits)
            throws IOException {
        Path file = folder.resolve("gateway.properties");
        Files.writeString(file, """
                public.host=localhost
                public.port=%d
                ops.host=localhost
                ops.port=%d
                tls.certificate=%s
                tls.key=%s
                tls.client-authorities=%s
                tokens.issuer=%s
                tokens.jwks-uri=%s/jwks
                database.host=127.0.0.1
                database.port=%d
                database.user=%s
                database.owner=%s
                redis.uri=%s
                cache.keys=%s
                mail.host=127.0.0.1
                mail.port=%d
                mail.protection=none
                letters.spool=letters
                mail.from=ne-pas-repondre@brise-glace.mssante.fr
                mail.privacy-officer=dpo@brise-glace.mssante.fr
                mail.portal=https://localhost:%d/mes-acces/
                log.origin=localhost/log
                log.key=%s
                log.export=%s
                hub.console=https://regulation.example/dossiers
                limits.factor=%d
                """.formatted(
                        ports.api(),
                        ports.operations(),
                        pki.serverCertificate(),
                        pki.serverKey(),
                        pki.authority(),
                        issuer,
                        issuer,
                        database,
                        LocalPostgres.GATEWAY,
                        LocalPostgres.USER,
                        redis,
                        cacheKeys(),
                        mail,
                        ports.api(),
                        logKey(),
                        folder.resolve("checkpoint"),
                        limits));
        return file;
    }

    /** The same configuration with these settings in it: instead of what it says of them, or beside. */
    Path configuration(Path file, Map<String, String> settings) throws IOException {
        Stream<String> kept = Files.readAllLines(file).stream()
                .filter(line -> !settings.containsKey(line.substring(0, line.indexOf('='))));
        Stream<String> set =
                new TreeMap<>(settings).entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue());
        return Files.write(file, Stream.concat(kept, set).toList());
    }

    private Path cacheKeys() throws IOException {
        byte[] secrets = new byte[CACHE_SECRETS];
        new SecureRandom().nextBytes(secrets);
        return secret("cache.keys", secrets);
    }

    private Path logKey() throws IOException {
        return secret("log.key", LogKey.create().getBytes(StandardCharsets.US_ASCII));
    }

    /** What is there stays; otherwise this is written, for the owner alone. */
    private Path secret(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, content);
        }
        return file;
    }
}
