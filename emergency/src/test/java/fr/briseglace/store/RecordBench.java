package fr.briseglace.store;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.notice.Channel;
import fr.briseglace.notice.Recipient;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.Records;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What a commit of records costs, the store beside it on the same machine; to be run by hand, with the number of months
 * that the trail is to have ahead as its argument.
 */
public final class RecordBench {
    private static final int BATCH = 32;
    private static final int COMMITS = 500;
    private static final int WARM = 200;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Recipient PATIENT =
            new Recipient(Recipient.Kind.PATIENT, "Someone", Channel.SECURE_MAIL, "someone@patient.example");

    private RecordBench() {}

    /** Prints one line. */
    public static void main(String[] arguments) {
        int months = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        Database database = Database.open(Vertx.vertx(), TestPostgres.fresh());
        if (months > 0) {
            database.console()
                    .query("select open_months(now(), " + months + ")")
                    .execute()
                    .await();
        }
        PgRecordStore store = new PgRecordStore(database.records(), RecordBench::id);
        long[] nanos = new long[COMMITS];
        for (int i = -WARM; i < COMMITS; i++) {
            List<RecordEntry> one = batch();
            List<RecordEntry> other = batch();
            long begun = System.nanoTime();
            Future.all(store.insert(one), store.insert(other)).await();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begun;
            }
        }
        double seconds = Arrays.stream(nanos).sum() / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                "%d months ahead: %,.0f records/s, two commits of %d at once: p50 %.2f ms, p99 %.2f ms%n",
                months,
                COMMITS * BATCH * 2 / seconds,
                BATCH,
                nanos[COMMITS / 2] / 1e6,
                nanos[COMMITS * 99 / 100] / 1e6);
        System.exit(0);
    }

    private static UUID id() {
        return TimeUuid.of(Instant.now(), RANDOM);
    }

    private static List<RecordEntry> batch() {
        List<RecordEntry> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            UUID id = id();
            AccessRecord record = Records.opened()
                    .recordId(id)
                    .accessId(id)
                    .at(Instant.now())
                    .patientId(AccessRecord.NO_PATIENT)
                    .caseId(id.toString())
                    .record();
            batch.add(new RecordEntry(record, Leaf.of(new byte[Leaf.SALT], record), List.of(PATIENT, PATIENT), null));
        }
        return batch;
    }
}
