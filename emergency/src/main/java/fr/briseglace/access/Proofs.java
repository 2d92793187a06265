package fr.briseglace.access;

import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.sequence.TransparencyLog;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Kept;
import fr.briseglace.trail.KeptRecord;
import fr.briseglace.trail.KeptRecords;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows that a record is in the log: to whoever made it, and to those who may read the patient's journal (CSP
 * R.1111-39). To anybody else it does not exist.
 */
public final class Proofs {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final KeptRecords records;
    private final TransparencyLog log;
    private final PatientDesk desk;
    private final InstantSource clock;

    /** Over records, the log, and who stands in which relation to a patient. */
    public Proofs(KeptRecords records, TransparencyLog log, PatientDesk desk, InstantSource clock) {
        this.records = records;
        this.log = log;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A record and its place.
     *
     * @param kept the record, or what is left of it
     * @param place where it is in the log; empty until it is sequenced
     * @param readable whether this reader may see the record itself, and not its leaf alone
     */
    public record Proof(Kept kept, Optional<TransparencyLog.Place> place, boolean readable) {}

    /**
     * The proof for a record of an access.
     *
     * @param recordId which of its records; null for the one by which it was opened or refused
     * @return empty where there is no such record for this reader
     */
    public Future<Optional<Proof>> of(Caller reader, UUID accessId, @Nullable UUID recordId) {
        return records.find(accessId, recordId)
                .compose(found ->
                        found.isEmpty() ? Future.succeededFuture(Optional.empty()) : shown(reader, found.get()));
    }

    private Future<Optional<Proof>> shown(Caller reader, Kept kept) {
        if (madeBy(reader, kept)) {
            return proven(kept, true);
        }
        boolean askable = reader.role() == Role.HOLDER || reader.role() == Role.DOCTOR;
        if (!askable || kept.patientId().equals(AccessRecord.NO_PATIENT)) {
            return Future.succeededFuture(Optional.empty());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), FRANCE);
        return desk.tiesOf(kept.patientId())
                .compose(ties ->
                        ties.filter(t -> t.journalReader(reader, today) != null).isPresent()
                                ? proven(kept, readableInJournal(kept))
                                : Future.succeededFuture(Optional.empty()));
    }

    /** Who made a record that was erased is not known any more. */
    private static boolean madeBy(Caller reader, Kept kept) {
        return kept instanceof KeptRecord whole && whole.record().caller().id().equals(reader.id());
    }

    /** What names a document or a colleague stays with its author: the journal decides itself whom it shows what. */
    private static boolean readableInJournal(Kept kept) {
        return kept instanceof KeptRecord whole && whole.record().subject() == null;
    }

    private Future<Optional<Proof>> proven(Kept kept, boolean readable) {
        return log.place(kept.recordId()).map(place -> Optional.of(new Proof(kept, place, readable)));
    }
}
