package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.fhir.Audited;
import fr.briseglace.identity.Ins;
import fr.briseglace.notice.Backoff;
import fr.briseglace.oversight.AuditOutbox;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telling an audit repository that is a real server and does not behave. */
class AuditFeedTest {
    private static final int RECORDS = 120;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final Map<UUID, Integer> declined = new ConcurrentHashMap<>();
    private final Promise<Void> all = Promise.promise();
    private volatile boolean leading = true;
    private volatile BiConsumer<Integer, HttpServerRequest> behaviour = (count, request) -> created(request);
    private final HttpServer server = vertx.createHttpServer()
            .requestHandler(request -> request.body().onSuccess(body -> {
                arrived.add(new JsonObject(body).getString("id"));
                behaviour.accept(arrived.size(), request);
            }))
            .listen(0, "127.0.0.1")
            .await();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private static void created(HttpServerRequest request) {
        request.response().setStatusCode(201).end();
    }

    private static UUID id(long number) {
        return new UUID(0x7000, number);
    }

    /** So many records in a log in memory. */
    private final class Log implements AuditOutbox {
        private long next;

        @Override
        public Future<Batch> next(int most) {
            long to = Math.min(RECORDS, next + most);
            List<Audited> events = new ArrayList<>();
            for (long i = next; i < to; i++) {
                events.add(new Audited(
                        id(i),
                        Instant.EPOCH,
                        "opened",
                        id(i),
                        "centre_15",
                        "8",
                        "Dr",
                        "doctor",
                        "1",
                        "SAMU",
                        null,
                        null,
                        null,
                        new Ins(House.PATIENT, Ins.TEST),
                        null));
            }
            return Future.succeededFuture(new Batch(next, to, events));
        }

        @Override
        public Future<Void> told(Batch batch) {
            next = batch.to();
            if (next == RECORDS) {
                all.tryComplete();
            }
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> declined(UUID recordId, int status) {
            declined.put(recordId, status);
            return Future.succeededFuture();
        }
    }

    private AuditFeed feed(String address) {
        Duration quick = Duration.ofMillis(2);
        return AuditFeed.start(
                vertx,
                new AuditSettings(
                        URI.create(address),
                        null,
                        null,
                        Duration.ofMillis(500),
                        quick,
                        new Backoff(quick, Duration.ofMillis(10), Duration.ofHours(1))),
                new Log(),
                () -> leading);
    }

    private void tellAll() throws Exception {
        AuditFeed feed = feed("http://127.0.0.1:" + server.actualPort() + "/fhir/AuditEvent");
        all.future().await(60, TimeUnit.SECONDS);
        feed.close().await();
        assertThat(arrived).as("at least once").contains(ids());
    }

    private static String[] ids() {
        String[] ids = new String[RECORDS];
        for (int i = 0; i < RECORDS; i++) {
            ids[i] = id(i).toString();
        }
        return ids;
    }

    @Test
    void everyRecordIsToldOnceWhereTheRepositoryBehaves() throws Exception {
        List<String> conditions = new CopyOnWriteArrayList<>();
        behaviour = (count, request) -> {
            conditions.add(request.getHeader("If-None-Exist"));
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/fhir+json");
            created(request);
        };
        tellAll();
        assertThat(arrived).hasSize(RECORDS);
        assertThat(conditions).contains("_id=" + id(0)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 401, 302, 404})
    void whatIsNotTheRecordsFaultIsTriedAgainUnderTheSameId(int status) throws Exception {
        behaviour = (count, request) -> {
            if (count % 3 == 0) {
                request.response()
                        .setStatusCode(status)
                        .putHeader("Location", "http://127.0.0.1:1/")
                        .end();
            } else {
                created(request);
            }
        };
        tellAll();
        assertThat(declined).isEmpty();
    }

    @Test
    void whatTheRepositoryWouldNotHaveIsDeclinedAndHoldsUpNothing() throws Exception {
        behaviour = (count, request) ->
                request.response().setStatusCode(count <= 5 ? 422 : 201).end();
        tellAll();
        assertThat(arrived).hasSize(RECORDS);
        assertThat(declined).hasSize(5).containsValue(422);
    }

    @Test
    void silenceResetsAndEndlessAnswersAreGivenUp() throws Exception {
        behaviour = (count, request) -> {
            switch (count) {
                case 2 -> request.connection().close();
                case 4 -> request.response().setChunked(true).write("no end");
                case 6 -> {
                    request.response().setChunked(true);
                    for (int i = 0; i < 40; i++) {
                        request.response().write(Buffer.buffer(new byte[4_096]));
                    }
                }
                case 8 -> request.response().setStatusCode(201).end("x".repeat(60_000));
                case 10 -> {
                    // Nothing ever comes.
                }
                default -> created(request);
            }
        };
        tellAll();
    }

    @Test
    void deadRepositoryIsTriedAgainAndNobodyElseIsHeldUp() {
        AuditFeed feed = feed("http://127.0.0.1:1/fhir/AuditEvent");
        Promise<Void> others = Promise.promise();
        vertx.setTimer(50, tick -> others.complete());
        others.future().await();
        feed.close().await();
        assertThat(all.future().isComplete()).isFalse();
        assertThat(declined).isEmpty();
    }

    @Test
    void nodeThatDoesNotLeadTellsNothing() {
        leading = false;
        AuditFeed feed = feed("http://127.0.0.1:" + server.actualPort() + "/fhir/AuditEvent");
        Promise<Void> later = Promise.promise();
        vertx.setTimer(50, tick -> later.complete());
        later.future().await();
        feed.close().await();
        assertThat(arrived).isEmpty();
    }
}
