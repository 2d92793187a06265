package fr.briseglace.oversight;

import static fr.briseglace.law.AccessMode.BRIS_DE_GLACE;
import static fr.briseglace.law.AccessMode.CENTRE_15;
import static fr.briseglace.oversight.OversightBench.doctor;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.AccessMode;
import fr.briseglace.trail.AccessRecord;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Oversight looks at what has come in, and what that costs does not grow with the day. */
class DayBeforeTest {
    private static final int DAY = 40_000;
    private static final int PROFESSIONALS = 200;

    private final OversightBench bench = new OversightBench();

    /** A day of 22 hours that ended two hours ago. */
    @BeforeEach
    void dayWentBy() {
        bench.run(
                "insert into watched (record_id, at, kind, patient_id, mode, professional_id, seen_at)"
                        + " select gen_random_uuid(), seen, 'opened', md5((i % 8000)::text)::uuid, 'centre_15',"
                        + " '81' || lpad((i % $3)::text, 10, '0'), seen"
                        + " from generate_series(0, $2 - 1) i,"
                        + " lateral (select $1::timestamptz - interval '24 hours' + interval '22 hours' * i / $2) t (seen)",
                bench.now.atOffset(ZoneOffset.UTC), DAY, PROFESSIONALS);
        bench.run("analyze watched");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Half of the professionals open a record each, of patients whom nobody opened before. */
    private void oneOfEach(AccessMode mode) {
        bench.happened(IntStream.range(0, PROFESSIONALS / 2)
                .mapToObj(i -> bench.opened(
                        mode, doctor("81%010d".formatted(i), "X Y", "1"), new UUID(9, i), bench.now.minusMillis(i)))
                .toArray(AccessRecord[]::new));
    }

    @Test
    void isNotReadToFindThatNothingIsToBeForgotten() {
        bench.examine();
        assertThat(bench.fetched("watched")).isLessThan(DAY / 1_000);
        assertThat(bench.count("watched")).isEqualTo(DAY);
    }

    @Test
    void isNotReadForWhatHasJustComeIn() {
        oneOfEach(CENTRE_15);
        bench.examine();
        assertThat(bench.count("review")).isZero();
        assertThat(bench.fetched("watched")).isLessThan(DAY / 10);
    }

    @Test
    void noticesOfItAreNotReadToKnowWhatTheOfficerWasTold() {
        bench.run(
                "insert into notice (notice_id, patient_id, record_id, record_at, recipient, channel, state, next_attempt_at)"
                        + " select gen_random_uuid(), patient_id, record_id, at,"
                        + " case when random() < 0.2 then 'privacy-officer' else 'patient' end, 'email', 'sent', at"
                        + " from watched");
        bench.run("analyze notice");
        oneOfEach(BRIS_DE_GLACE);
        long before = bench.fetched("notice");
        bench.examine();
        assertThat(bench.count("review")).isEqualTo(PROFESSIONALS / 2);
        assertThat(bench.fetched("notice") - before).isLessThan(DAY / 10);
    }

    @Test
    void isForgottenOnceItIsOld() {
        bench.run(
                "update watched set seen_at = seen_at - interval '1 day' where at < $1",
                bench.now.minus(Duration.ofHours(13)).atOffset(ZoneOffset.UTC));
        bench.examine();
        assertThat(bench.count("watched")).isEqualTo(DAY / 2);
    }
}
