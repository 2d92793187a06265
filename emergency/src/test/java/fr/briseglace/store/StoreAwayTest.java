package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.StoreUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a store that is away, and what as one that answers. */
@Timeout(60)
class StoreAwayTest {
    private static final int TIMES = 40;
    /** How much more is said than was. */
    private static final int MORE = 64;
    /** The first byte of all messages that a server sends. */
    private static final String KINDS = "RKZTDCE12ntNSAsIvcGHdW";

    private final Vertx vertx = Vertx.vertx();
    private final DatabaseSettings server = TestPostgres.fresh();
    private final Cable cable = new Cable(server.servers().getFirst().port());

    @AfterEach
    void close() {
        cable.close();
        vertx.close().await();
    }

    private PgConnection connect() {
        DatabaseSettings through =
                new DatabaseSettings("127.0.0.1", cable.port(), server.database(), server.user(), server.password(), 1);
        return Database.open(vertx, through).connect("test").await();
    }

    private static byte[] noise(Random random, int length) {
        byte[] noise = new byte[length + MORE];
        random.nextBytes(noise);
        return noise;
    }

    /** Noise in the shape of a message. */
    private static byte[] message(Random random, int length) {
        byte[] noise = noise(random, length);
        char kind = KINDS.charAt(random.nextInt(KINDS.length()));
        return ByteBuffer.wrap(noise).put((byte) kind).putInt(noise.length - 1).array();
    }

    @ParameterizedTest
    @CsvSource({"08001, true", "57P03, true", "53300, true", "28P01, false", "42P01, false"})
    void whatTheSchemasDriverSaysCountsToo(String state, boolean away) {
        Exception failure = new IllegalStateException(new SQLException("said by the server", state));
        assertThat(StoreAway.keptFromSchema(failure)).isEqualTo(away);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverTalksNonsenseIsAway(boolean inShape) {
        for (int seed = 0; seed < TIMES; seed++) {
            Random random = new Random(seed);
            PgConnection connection = connect();
            cable.garble(said -> inShape ? message(random, said.length) : noise(random, said.length));
            StoreBreaker breaker = new StoreBreaker(Duration.ofMillis(30), () -> false, System::nanoTime);
            Future<?> answer = breaker.guard(
                    () -> connection.preparedQuery("select $1::int").execute(Tuple.of(1)));
            assertThat(answer.transform(ended -> Future.succeededFuture(ended.cause()))
                            .await())
                    .as("seed %d", seed)
                    .isInstanceOf(StoreUnavailable.class);
            cable.garble(said -> said);
            connection.close();
        }
    }

    @Test
    void whatWeCannotReadOurselvesIsNoOutage() {
        Future<?> read = connect().query("select 1").execute().map(rows -> {
            throw new IndexOutOfBoundsException("ours");
        });
        assertThat(read.transform(ended -> Future.succeededFuture(StoreAway.says(ended.cause())))
                        .await())
                .isFalse();
    }

    @Test
    void whatItRefusesIsNoOutage() {
        Future<?> refused = connect().query("select 1 / 0").execute();
        assertThat(refused.transform(ended -> Future.succeededFuture(StoreAway.says(ended.cause())))
                        .await())
                .isFalse();
    }
}
