package fr.briseglace.surge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.store.PgSurges;
import fr.briseglace.store.Registry;
import fr.briseglace.store.TestPostgres;
import fr.briseglace.surge.SurgeScope.OfRegion;
import fr.briseglace.surge.SurgeScope.OfStructure;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Orders to raise limits, on a real store. */
class SurgesTest {
    private static final Instant NOW = Instant.parse("2026-03-14T02:00:00Z");
    private static final Structure OPERATIONS = new Structure("1", "Exploitation", StructureKind.OPERATIONS);
    private static final Caller OPERATOR = caller(Role.OPERATOR, OPERATIONS);
    private static final SurgeScope SAMU = new OfStructure("1440000001");
    private static final String REASON = "plan blanc, collision de trains";

    private final Vertx vertx = Vertx.vertx();
    private final Pool sql = TestPostgres.pool(vertx);
    private final PgSurges store = new PgSurges(sql);
    private Instant now = NOW;
    private final Surges surges = new Surges(store, () -> now, new Random(1));

    private static Caller caller(Role role, Structure structure) {
        return new Caller(role, "op", "Op", Set.of(), false, structure);
    }

    @BeforeEach
    void directory() {
        Registry registry = new Registry(sql);
        registry.list(List.of(
                        new Structure("1440000001", "SAMU 44", StructureKind.SAMU),
                        new Structure("1440000003", "CHU", StructureKind.HOSPITAL),
                        new Structure("1750000002", "SAMU 75", StructureKind.SAMU)))
                .await();
        registry.locate(Map.of("1440000001", "52", "1440000003", "52", "1750000002", "11"))
                .await();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private SurgeOutcome raise(SurgeScope scope, Duration time) {
        return surges.raise(OPERATOR, scope, time, REASON).await();
    }

    private Map<String, Instant> inForce(Instant at) {
        return store.inForce(at).await();
    }

    @Test
    void structureIsRaisedUntilTheTimeIsUp() {
        assertThat(raise(SAMU, Duration.ofHours(2))).isInstanceOf(SurgeOutcome.Raised.class);

        Instant end = NOW.plus(Duration.ofHours(2));
        assertThat(inForce(NOW)).containsOnly(Map.entry("1440000001", end));
        assertThat(inForce(end.minusMillis(1))).hasSize(1);
        assertThat(inForce(end)).isEmpty();
    }

    @Test
    void regionIsRaisedWithAllItsStructures() {
        raise(new OfRegion("52"), Surge.LONGEST);
        assertThat(inForce(NOW)).containsOnlyKeys("1440000001", "1440000003");
    }

    @Test
    void latestOrderForAScopeHolds() {
        raise(SAMU, Duration.ofHours(12));
        now = NOW.plusSeconds(60);
        raise(SAMU, Duration.ofMinutes(1));
        assertThat(inForce(now)).containsOnly(Map.entry("1440000001", now.plusSeconds(60)));
        assertThat(inForce(now.plusSeconds(60))).isEmpty();
    }

    @Test
    void structureKeepsTheLongerOfItsOwnSurgeAndItsRegions() {
        raise(SAMU, Duration.ofHours(1));
        raise(new OfRegion("52"), Duration.ofHours(3));
        assertThat(inForce(NOW)).containsEntry("1440000001", NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void noSurgeLastsLongerThanTwelveHours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> raise(SAMU, Duration.ofHours(12).plusMillis(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> raise(SAMU, Duration.ZERO));
        assertThat(inForce(NOW)).isEmpty();
    }

    @Test
    void nobodyIsRaisedWhomTheDirectoryDoesNotKnow() {
        assertThat(raise(new OfStructure("1990000009"), Duration.ofHours(1))).isInstanceOf(SurgeOutcome.Nobody.class);
        assertThat(raise(new OfRegion("99"), Duration.ofHours(1))).isInstanceOf(SurgeOutcome.Nobody.class);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = Mode.EXCLUDE, names = "OPERATOR")
    void onlyOperatorsRaiseLimits(Role role) {
        assertThat(surges.raise(caller(role, OPERATIONS), SAMU, Duration.ofHours(1), REASON)
                        .await())
                .isInstanceOf(SurgeOutcome.NotEntitled.class);
        assertThat(inForce(NOW)).isEmpty();
    }

    /** A token of the role behind another house's certificate. */
    @ParameterizedTest
    @EnumSource(value = StructureKind.class, mode = Mode.EXCLUDE, names = "OPERATIONS")
    void operatorsRaiseLimitsFromTheirOwnHouseAlone(StructureKind kind) {
        Caller elsewhere = caller(Role.OPERATOR, new Structure("2", "", kind));
        assertThat(surges.raise(elsewhere, SAMU, Duration.ofHours(1), REASON).await())
                .isInstanceOf(SurgeOutcome.NotEntitled.class);
    }

    @Test
    void orderStaysOnRecordAsItWasGiven() {
        raise(SAMU, Duration.ofHours(1));
        assertThat(sql.query("select operator_id, structure_id, reason from surge")
                        .execute()
                        .await())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getString(0)).isEqualTo("op");
                    assertThat(row.getString(1)).isEqualTo("1");
                    assertThat(row.getString(2)).isEqualTo(REASON);
                });
        assertThatThrownBy(() -> sql.query("delete from surge").execute().await())
                .hasMessageContaining("surge only grows");
        assertThatThrownBy(() -> sql.query("update surge set ends_at = at + interval '1 s'")
                        .execute()
                        .await())
                .hasMessageContaining("surge only grows");
    }
}
