package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.Sighting;
import fr.briseglace.cache.RatePolicy;
import fr.briseglace.gateway.limits.Limit;
import fr.briseglace.gateway.limits.LimitSettings;
import fr.briseglace.gateway.overload.ConcurrencyLimit.Bounds;
import fr.briseglace.gateway.overload.Partition;
import fr.briseglace.law.PatientRights;
import io.vertx.core.Promise;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More than a node can do at once, as its callers meet it. */
class EdgeOverloadTest {
    private static final int PLACES = 4;
    private static final String RIGHTS = "/v1/patients/" + House.PATIENT + "/rights";

    private final House house = new House(new Bounds(PLACES, PLACES, PLACES));
    private final Visitor doctor = house.visitor(House.doctor());
    private final Visitor holder = house.visitor(House.holder());
    private final Promise<Sighting> looking = Promise.promise();
    private final Promise<PatientRights> reading = Promise.promise();
    private final List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();

    @BeforeEach
    void open() {
        house.sighting = looking.future();
        house.rights = reading.future();
    }

    @AfterEach
    void close() {
        looking.tryComplete(Sighting.NOBODY);
        reading.tryComplete(PatientRights.NONE);
        waiting.forEach(CompletableFuture::join);
        doctor.close();
        holder.close();
        house.close();
    }

    private void accesses(int count) {
        for (int i = 0; i < count; i++) {
            waiting.add(CompletableFuture.supplyAsync(() -> doctor.post(AccessResource.PATH, Bodies.REGULATION)));
        }
        until(() -> inFlight("emergency") == count);
    }

    /** The meters change on the event loop, a moment after the answer or the call. */
    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private double inFlight(String partition) {
        return house.registry
                .get("requests_in_flight")
                .tag("partition", partition)
                .gauge()
                .value();
    }

    private double shed(String partition) {
        return house.registry
                .get("requests_shed")
                .tag("partition", partition)
                .counter()
                .count();
    }

    @Test
    void whatThereIsNoPlaceForIsTurnedAwayAtOnce() {
        accesses(PLACES);

        HttpResponse<String> answer = doctor.post(AccessResource.PATH, Bodies.REGULATION);

        assertThat(problem(answer, 503, "overloaded").containsKey("accessId")).isFalse();
        assertThat(Integer.parseInt(answer.headers().firstValue("retry-after").orElse("0")))
                .isBetween(1, 3);
        assertThat(shed("emergency")).isEqualTo(1);
        assertThat(house.registry.get("concurrency_limit").gauge().value()).isEqualTo(PLACES);
    }

    @Test
    void whatThereIsNoPlaceForIsTurnedAwayBeforeItsBodyIsThere() {
        accesses(PLACES);

        String answer = house.raw("POST " + AccessResource.PATH + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 503").contains("problem:overloaded");
        assertThat(shed("emergency")).isEqualTo(1);
    }

    @Test
    void whatWasTurnedAwayIsNeitherRecordedNorCharged() {
        house.limits = LimitSettings.of(
                one -> one == Limit.ANONYMOUS || one == Limit.ACCESS_PROFESSIONAL
                        ? RatePolicy.perHour(one.usual().name(), PLACES + 1, 1)
                        : one.usual().times(1_000),
                false);
        accesses(PLACES);
        for (int i = 0; i < 20; i++) {
            problem(doctor.post(AccessResource.PATH, Bodies.REGULATION), 503, "overloaded");
        }
        assertThat(house.records).isEmpty();

        looking.complete(Sighting.NOBODY);
        waiting.forEach(access -> problem(access.join(), 404, "patient-unknown"));
        assertThat(house.records).hasSize(PLACES);
        problem(doctor.post(AccessResource.PATH, Bodies.REGULATION), 404, "patient-unknown");
    }

    @Test
    void placesComeBackWithTheAnswers() {
        accesses(PLACES);
        looking.complete(Sighting.NOBODY);
        waiting.forEach(CompletableFuture::join);
        until(() -> inFlight("emergency") == 0);
        problem(doctor.post(AccessResource.PATH, Bodies.REGULATION), 404, "patient-unknown");
    }

    @Test
    void placesComeBackWhenNobodyWaitsAnyMore() {
        try (Visitor leaving = house.visitor(House.doctor())) {
            CompletableFuture<?> left = leaving.begin(AccessResource.PATH, Bodies.REGULATION);
            until(() -> inFlight("emergency") == 1);
            left.cancel(true);
            until(() -> inFlight("emergency") == 0);
        }
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNeitherDecidedNorRecorded() {
        try (Visitor leaving = house.visitor(House.doctor())) {
            CompletableFuture<?> left = leaving.begin(AccessResource.PATH, Bodies.REGULATION);
            until(() -> inFlight("emergency") == 1);
            left.cancel(true);
            until(() -> inFlight("emergency") == 0);
        }
        accesses(1);
        looking.complete(Sighting.NOBODY);
        problem(waiting.getFirst().join(), 404, "patient-unknown");
        assertThat(house.records).hasSize(1);
    }

    @Test
    void consolesHoldNoEmergencyUp() {
        for (int i = 0; i < PLACES; i++) {
            waiting.add(CompletableFuture.supplyAsync(() -> holder.get(RIGHTS)));
        }
        until(() -> shed("console") == PLACES / 2);
        assertThat(inFlight("console")).isEqualTo(PLACES / 2);
        accesses(PLACES);
        assertThat(shed("emergency")).isZero();
    }

    @Test
    void whereAllIsTakenByEmergenciesAConsoleStillMovesOn() {
        reading.complete(PatientRights.NONE);
        accesses(PLACES);
        assertThat(holder.get(RIGHTS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openAccess",
                "summarise",
                "readAccess",
                "closeAccess",
                "listDocuments",
                "fetchDocument",
                "offerHandover",
                "claimHandover",
                "raiseLimits"
            })
    void whatPatientsLivesHangOnComesFirst(String operation) {
        assertThat(operations()).contains(operation);
        assertThat(Partition.of(operation)).isEqualTo(Partition.EMERGENCY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"searchPatients", "tieProvisional", "untieProvisional"})
    void searchesComeNext(String operation) {
        assertThat(operations()).contains(operation);
        assertThat(Partition.of(operation)).isEqualTo(Partition.SEARCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"readJournal", "readRights", "changeRights", "readTile", "announceCase", "readProof"})
    void consolesCanWait(String operation) {
        assertThat(operations()).contains(operation);
        assertThat(Partition.of(operation)).isEqualTo(Partition.CONSOLE);
    }

    private Set<String> operations() {
        return Contract.load(house.vertx).await().clauses().keySet();
    }
}
