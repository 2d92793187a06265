package fr.briseglace.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.cache.Cached;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientStanding.Known;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.notice.Addressees;
import fr.briseglace.trail.RecordWriter;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageCoversTest {
    private static final Instant LOADED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Sighting SIGHTING = new Sighting(new Cached<>(
            new Snapshot(
                    LOADED,
                    new UUID(1, 2),
                    7,
                    new Known(false, RecordStatus.OPEN, PatientRights.NONE),
                    Addressees.NOBODY,
                    Addressees.NOBODY,
                    SnapshotContent.NONE),
            Cached.Source.NEAR,
            LOADED));
    private static final RecordWriter JOURNAL = new RecordWriter(entries -> Future.failedFuture("not asked"), 1);

    /** Beyond that a clock was set back, here or on the node that loaded it, and nobody knows how old it is. */
    @ParameterizedTest
    @CsvSource({"0, true", "300, true", "301, false", "-300, true", "-301, false", "-3600, false"})
    void whatIsHonouredIsOfABoundedAge(long secondsLater, boolean covered) {
        Outage outage = new Outage(JOURNAL, Duration.ofMinutes(5));
        assertThat(outage.covers(SIGHTING, LOADED.plusSeconds(secondsLater))).isEqualTo(covered);
    }
}
