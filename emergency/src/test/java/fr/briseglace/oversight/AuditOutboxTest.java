package fr.briseglace.oversight;

import static fr.briseglace.law.AccessMode.CENTRE_15;
import static fr.briseglace.oversight.OversightBench.REGULATOR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.fhir.Audited;
import fr.briseglace.oversight.AuditOutbox.Batch;
import fr.briseglace.store.PgAuditOutbox;
import fr.briseglace.store.TestPatients;
import fr.briseglace.trail.AccessRecord;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each record is to be told once, in the log's order, on a real store. */
class AuditOutboxTest {
    private final OversightBench bench = new OversightBench();
    private final PgAuditOutbox outbox = new PgAuditOutbox(bench.sql);
    private final UUID patient = bench.register(1);

    @AfterEach
    void close() {
        bench.close();
    }

    private AccessRecord access(int minutesAgo) {
        return bench.opened(CENTRE_15, REGULATOR, patient, bench.now.minus(Duration.ofMinutes(minutesAgo)));
    }

    @Test
    void everyRecordIsToldOnceInTheLogsOrderThoughItComesLate() {
        assertThat(outbox.next(10).await().empty()).isTrue();
        AccessRecord one = access(2);
        AccessRecord two = access(1);
        AccessRecord late = access(300);
        bench.happened(one, two);
        Batch batch = outbox.next(10).await();
        assertThat(batch.events()).extracting(Audited::id).containsExactly(one.recordId(), two.recordId());
        assertThat(batch.events().getFirst().patient()).isEqualTo(TestPatients.ins(1));
        assertThat(outbox.next(10).await()).as("until it is told").isEqualTo(batch);

        outbox.told(batch).await();
        bench.happened(late);
        Batch next = outbox.next(10).await();
        assertThat(next.events()).extracting(Audited::id).containsExactly(late.recordId());
        outbox.told(batch).await();
        assertThat(outbox.next(10).await())
                .as("somebody who comes behind changes nothing")
                .isEqualTo(next);
    }

    @Test
    void repositoryIsToldOfWhatHappensWhileItIsOne() {
        bench.happened(access(2));
        bench.run("update sequencing set size = 1");
        assertThat(outbox.next(10).await().empty()).isTrue();
        AccessRecord after = access(1);
        bench.happened(after);
        assertThat(outbox.next(10).await().events()).extracting(Audited::id).containsExactly(after.recordId());
    }

    @Test
    void whatTheRepositoryWouldNotHaveIsKept() {
        outbox.declined(new UUID(1, 1), 422).await();
        outbox.declined(new UUID(1, 1), 400).await();
        assertThat(bench.count("audit_declined where status = 422")).isEqualTo(1);
    }
}
