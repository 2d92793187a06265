package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.briseglace.cache.RatePolicy;
import fr.briseglace.gateway.limits.Limit;
import fr.briseglace.gateway.limits.LimitSettings;
import fr.briseglace.law.LawSettings;
import fr.briseglace.sequence.LogKey;
import fr.briseglace.store.DatabaseServer;
import fr.briseglace.tlog.KeyAlgorithm;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    static final String COMPLETE = """
            tls.certificate=server.pem
            tls.key=server.key
            tls.client-authorities=ca.pem
            tokens.issuer=https://idp.example
            tokens.jwks-uri=https://idp.example/jwks
            database.host=db.example
            database.user=briseglace
            redis.uri=redis://cache.example:6379
            cache.keys=cache.keys
            mail.host=relay.example
            mail.from=urgence@example.org
            mail.privacy-officer=dpo@example.org
            mail.portal=https://portail.example/mes-acces
            log.origin=log.example/trail
            log.key=log.key
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void files() throws IOException {
        files(folder);
    }

    /** The files that a complete configuration names. */
    static void files(Path folder) throws IOException {
        for (String name : new String[] {"server.pem", "server.key", "ca.pem", "cache.keys", "log.key"}) {
            Files.writeString(folder.resolve(name), "content");
        }
    }

    private Config read(String properties) throws IOException {
        return Config.read(Files.writeString(folder.resolve("gateway.properties"), properties));
    }

    private void refused(String properties, String sentence) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(properties))
                .withMessage(sentence);
    }

    @Test
    void whatIsNotSaidHasADefault() throws IOException {
        Config config = read(COMPLETE);

        assertThat(config.publicHost()).isEqualTo("0.0.0.0");
        assertThat(config.publicPort()).isEqualTo(8443);
        assertThat(config.opsHost()).isEqualTo("127.0.0.1");
        assertThat(config.opsPort()).isEqualTo(9090);
        assertThat(config.jdkTls()).isFalse();
        assertThat(config.tokens().audience()).isEqualTo("brise-glace");
        assertThat(config.database().servers()).containsExactly(new DatabaseServer("db.example", 5432));
        assertThat(config.database().database()).isEqualTo("briseglace");
        assertThat(config.database().password()).isEmpty();
        assertThat(config.nearBytes()).isEqualTo(128L << 20);
        assertThat(config.snapshotLife()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.mail().secure().relay().port()).isEqualTo(25);
        assertThat(config.law()).isEqualTo(LawSettings.DEFAULT);
        assertThat(config.eventLoops()).isPositive();
    }

    @Test
    void limitsAreThoseOfTheRulesUnlessSaidOtherwise() throws IOException {
        assertThat(read(COMPLETE).limits()).isEqualTo(LimitSettings.USUAL);

        LimitSettings limits = read(COMPLETE + """
                limits.access-patient=4, 8/h
                limits.documents = 6,2/min
                limits.anonymous=5, 1/s
                limits.factor=3
                limits.shadow=true
                """).limits();
        assertThat(limits.policy(Limit.ACCESS_PATIENT)).isEqualTo(RatePolicy.perHour("access-patient", 12, 24));
        assertThat(limits.policy(Limit.DOCUMENTS)).isEqualTo(new RatePolicy("documents", 18, 6, Duration.ofMinutes(1)));
        assertThat(limits.policy(Limit.ANONYMOUS)).isEqualTo(RatePolicy.perSecond("anonymous", 15, 3));
        assertThat(limits.policy(Limit.ACCESS_STRUCTURE))
                .isEqualTo(Limit.ACCESS_STRUCTURE.usual().times(3));
        assertThat(limits.shadow()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10",
                "10/h",
                "10, 20",
                "10, 20/d",
                "0, 20/h",
                "10, 0/h",
                "-1, 20/h",
                "x, 20/h",
                "1, 9999999/s",
                "999999999, 1/h",
                ""
            })
    void limitThatIsNoneIsRefused(String limit) {
        refused(
                COMPLETE + "limits.access-patient=" + limit,
                "limits.access-patient must be how many at once and how many an hour (or min, or s), as in 30, 60/h");
    }

    @Test
    void factorThatCannotBeCountedIsRefused() {
        refused(COMPLETE + "limits.factor=1000000", "limits.factor is more than can be counted");
        refused(COMPLETE + "limits.factor=0", "limits.factor must be a number from 1 to 1000000");
    }

    @Test
    void relativePathsAreRelativeToTheFile() throws IOException {
        assertThat(read(COMPLETE).certificate()).isEqualTo(folder.resolve("server.pem"));
    }

    @Test
    void valueMayStandInAFileOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("password"), "  sésame=x \n");
        Files.writeString(folder.resolve("port"), "5433\n");

        Config config = read(COMPLETE + "database.password=file:password\ndatabase.port=file:"
                + folder.resolve("port").toAbsolutePath() + "\n");
        assertThat(config.database().password()).isEqualTo("sésame=x");
        assertThat(config.database().servers()).containsExactly(new DatabaseServer("db.example", 5433));
        assertThat(config.toString()).doesNotContain("sésame");
    }

    @Test
    void gatewayMigratesOnlyWhereTheOwnerOfTheTablesIsNamed() throws IOException {
        assertThat(read(COMPLETE).owner()).isNull();
        Config config = read(COMPLETE + "database.owner=owner\ndatabase.owner-password=sésame\n");
        assertThat(config.owner()).isEqualTo(config.database().as("owner", "sésame"));
        assertThat(config.database().user()).isEqualTo("briseglace");
        assertThat(config.toString()).doesNotContain("sésame");
    }

    @Test
    void witnessesAreListedInAFile() throws IOException {
        String key = LogKey.read(LogKey.create(), "witness.example", KeyAlgorithm.COSIGNATURE)
                .verifier()
                .text();
        Files.writeString(folder.resolve("witnesses"), "# ours\n\n" + key + "  https://witness.example/log\n");
        List<WitnessSettings> witnesses =
                read(COMPLETE + "log.witnesses=witnesses\n").log().witnesses();
        assertThat(witnesses).extracting(w -> w.key().text()).containsExactly(key);
        assertThat(witnesses)
                .extracting(WitnessSettings::address)
                .containsExactly(URI.create("https://witness.example/log"));
        assertThat(read(COMPLETE).log().witnesses()).isEmpty();
        String logs = LogKey.read(LogKey.create(), "witness.example", KeyAlgorithm.ED25519)
                .verifier()
                .text();
        for (String wrong : List.of(
                key, "x https://w.example", key + " w.example", logs + " https://w.example", key + " https://w a")) {
            Files.writeString(folder.resolve("witnesses"), wrong);
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> read(COMPLETE + "log.witnesses=witnesses\n"))
                    .withMessageStartingWith("log.witnesses must name a file");
        }
    }

    @Test
    void storeIsOneServerOrAPrimaryAndItsStandbys() throws IOException {
        String without = COMPLETE.replaceAll("(?m)^database.host=.*$", "");
        assertThat(read(without + "database.host=db1, db2:5433,[2001:db8::1]:5434, [::1]\ndatabase.port=6000\n")
                        .database()
                        .servers())
                .containsExactly(
                        new DatabaseServer("db1", 6000),
                        new DatabaseServer("db2", 5433),
                        new DatabaseServer("2001:db8::1", 5434),
                        new DatabaseServer("::1", 6000));
        for (String wrong :
                List.of("db1,", ",db1", "db1 db2", "db1:", "db1:0", "db1:65536", "db1:x", "u@db1", "[db1")) {
            refused(
                    without + "database.host=" + wrong + "\n",
                    "database.host must be a host or several, with commas between them, as in db1, db2:5433");
        }
    }

    @Test
    void sharedCacheIsOneServerOrSomeOfACluster() throws IOException {
        assertThat(read(COMPLETE).redis())
                .isEqualTo(new RedisSettings(List.of(URI.create("redis://cache.example:6379")), false));

        String without = COMPLETE.replaceAll("(?m)^redis.uri=.*$", "");
        Config config = read(
                without + "redis.uri=rediss://u:sésame@one.example:6379, rediss://two.example\nredis.cluster=true\n");
        assertThat(config.redis().cluster()).isTrue();
        assertThat(config.redis().uris()).extracting(URI::getHost).containsExactly("one.example", "two.example");
        assertThat(config.redis().link().cluster()).isTrue();
        assertThat(config.toString()).doesNotContain("sésame");

        refused(
                without + "redis.uri=redis://one.example,redis://two.example\n",
                "redis.uri may list several addresses only where redis.cluster is true");
        refused(
                without + "redis.uri=redis://one.example/1\nredis.cluster=true\n",
                "redis.uri must name no database where redis.cluster is true");
        for (String wrong :
                List.of("redis://one.example,", ",", "redis://one.example;redis://two.example", "one,two")) {
            refused(
                    without + "redis.cluster=true\nredis.uri=" + wrong + "\n",
                    "redis.uri must be an address that begins with rediss or redis");
        }
    }

    @Test
    void recordsAreKeptForTenYearsUnlessSaidOtherwise() throws IOException {
        assertThat(read(COMPLETE).retention()).isEqualTo(Period.ofYears(10));
        assertThat(read(COMPLETE + "trail.retention=P3Y6M\n").retention()).isEqualTo(Period.of(3, 6, 0));
        for (String wrong : List.of("P11M", "P1D", "P-10Y", "10", "PT30M")) {
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> read(COMPLETE + "trail.retention=" + wrong + "\n"))
                    .withMessage("trail.retention must be a period of a year or more such as P10Y");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tls.certificate",
                "tls.key",
                "tls.client-authorities",
                "tokens.issuer",
                "tokens.jwks-uri",
                "database.host",
                "database.user",
                "redis.uri",
                "cache.keys",
                "mail.host",
                "mail.from",
                "mail.privacy-officer",
                "mail.portal",
                "log.origin",
                "log.key"
            })
    void whatMustBeThereIsNamedWhereItIsNot(String key) {
        refused(COMPLETE.replaceAll("(?m)^" + key + "=.*$", ""), key + " is missing");
        refused(COMPLETE.replaceAll("(?m)^" + key + "=.*$", key + "="), key + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls.certificate", "tls.key", "tls.client-authorities", "cache.keys"})
    void fileThatCannotBeReadIsNamedByItsKey(String key) {
        String sentence = "the file that " + key + " names cannot be read";
        for (String wrong : new String[] {"SECRET.pem", ".", "SECRET\\u0000.pem"}) {
            refused(COMPLETE.replaceAll("(?m)^" + key + "=.*$", "") + key + "=" + wrong + "\n", sentence);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "public.port, must be a number from 0 to 65535",
        "ops.port, must be a number from 0 to 65535",
        "database.port, must be a number from 1 to 65535",
        "database.connections, must be a number from 1 to 500",
        "cache.near-megabytes, must be a number from 1 to 65536",
        "mail.port, must be a number from 1 to 65535",
        "event-loops, must be a number from 1 to 256",
        "tls.jdk-engine, must be true or false",
        "redis.cluster, must be true or false",
        "rules.blockHoldsInEmergency, must be true or false",
        "cache.snapshot-life, must be a duration such as PT30M",
        "rules.regulation-window, must be a duration such as PT30M",
        "rules.break-glass-window, must be a duration such as PT30M",
        "redis.uri, must be an address that begins with rediss or redis",
        "tokens.jwks-uri, must be an address that begins with https or http",
        "mail.protection, 'must be starttls, tls or none'",
        "mail.connections, must be a number from 1 to 100",
        "notices.per-second, must be a number from 1 to 100000",
        "mail.portal, must be an address that begins with https",
        "mail.from, must be a plain mail address",
        "mail.privacy-officer, must be a plain mail address",
        "reviews.escalation, must be a plain mail address",
        "audit.repository, must be an address that begins with https or http"
    })
    void wrongValueIsNamedByItsKeyAndNotPrinted(String key, String sentence) {
        for (String wrong : new String[] {"SECRET", "-1", "999999999999", "yes", "PT0S", "-PT1M", "ftp://a/b", "a b"}) {
            refused(COMPLETE.replaceAll("(?m)^" + key + "=.*$", "") + key + "=" + wrong + "\n", key + " " + sentence);
        }
        refused(
                COMPLETE.replaceAll("(?m)^" + key + "=.*$", "") + key + "=file:absent\n",
                "the file that " + key + " names cannot be read");
    }

    @Test
    void keySpeltWrongIsNotIgnored() {
        refused(
                COMPLETE + "rules.blockHoldInEmergency=false\n",
                "rules.blockHoldInEmergency is not a key of this configuration");
    }

    @Test
    void fileThatIsNoPropertiesFileIsRefused() throws IOException {
        Path file = folder.resolve("gateway.properties");
        String sentence = "the configuration file cannot be read: " + file;
        refused(COMPLETE + "a=\\u12\n", sentence);

        Files.write(file, "a=é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Config.read(file))
                .withMessage(sentence);
        Files.delete(file);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Config.read(file))
                .withMessage(sentence);
    }
}
