package fr.briseglace.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit used to a good part is kept for review, once it was asked for and as long as the store takes it in. */
class WatchedThresholdTest {
    private static final int MOST_UNDER_WAY = 64;
    private static final Ins PATIENT = new Ins("279035121518989", Ins.TEST);
    private static final Caller DOCTOR = new Caller(
            Role.DOCTOR,
            "810001234567",
            "Anne REGUL",
            Set.of(),
            true,
            new Structure("1440000001", "SAMU 44", StructureKind.SAMU));

    private final List<Kept> kept = new ArrayList<>();
    private final WatchedThreshold threshold = new WatchedThreshold(this::keep);

    private record Kept(
            String limit, Caller caller, @Nullable Ins patient, Promise<Void> stored) {}

    private Future<Void> keep(String limit, Caller caller, @Nullable Ins patient) {
        Promise<Void> stored = Promise.promise();
        kept.add(new Kept(limit, caller, patient, stored));
        return stored.future();
    }

    private void reached(int times) {
        for (int i = 0; i < times; i++) {
            threshold.reached(Limit.ACCESS_PROFESSIONAL, DOCTOR, PATIENT);
        }
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void crossingIsKeptWithItsCallerAndThePatientOnlyWhereTheLimitIsTheirs(Limit limit) {
        threshold.reached(limit, DOCTOR, PATIENT);
        assertThat(kept).singleElement().satisfies(one -> {
            assertThat(one.limit()).isEqualTo(limit.usual().name());
            assertThat(one.caller()).isEqualTo(DOCTOR);
            assertThat(one.patient()).isEqualTo(limit == Limit.ACCESS_PATIENT ? PATIENT : null);
        });
    }

    @Test
    void searchThatIsAboutNobodyIsKept() {
        threshold.reached(Limit.SEARCH_PROFESSIONAL, DOCTOR, null);
        assertThat(kept).singleElement().extracting(Kept::patient).isNull();
    }

    @Test
    void nothingPilesUpWhileTheStoreIsSlow() {
        reached(MOST_UNDER_WAY + 10);
        assertThat(kept).hasSize(MOST_UNDER_WAY);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheStoreHasAnsweredMakesRoom(boolean taken) {
        reached(MOST_UNDER_WAY + 1);
        for (int i = 0; i < 3; i++) {
            Promise<Void> stored = kept.get(i).stored();
            if (taken) {
                stored.complete();
            } else {
                stored.fail("away");
            }
        }
        reached(MOST_UNDER_WAY);
        assertThat(kept).hasSize(MOST_UNDER_WAY + 3);
    }
}
