package fr.briseglace.store;

import static java.util.Objects.requireNonNull;

import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Reason;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Kept;
import fr.briseglace.trail.KeptRecord;
import fr.briseglace.trail.RecordKind;
import fr.briseglace.trail.Tombstone;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows of the trail. What no record keeps of a caller, such as specialties, is not there. */
public final class RecordRows {
    private RecordRows() {}

    /** What a row has, with all columns of the trail and when it was erased. */
    static Kept kept(Row row) {
        return row.getString("kind").equals(Tombstone.KIND)
                ? new Tombstone(
                        row.getUUID("record_id"),
                        row.getUUID("patient_id"),
                        row.getBuffer("leaf").getBytes(),
                        row.getOffsetDateTime("erased_at").toInstant())
                : record(row);
    }

    /** The record of a row with all columns of the trail; fails where a column has a word that we do not know. */
    public static KeptRecord record(Row row) {
        OffsetDateTime expires = row.getOffsetDateTime("expires_at");
        AccessRecord record = new AccessRecord(
                row.getUUID("record_id"),
                row.getOffsetDateTime("at").toInstant(),
                kind(row.getString("kind")),
                row.getUUID("access_id"),
                row.getUUID("patient_id"),
                mode(row.getString("mode")),
                caller(row),
                row.getString("case_id"),
                reason(row),
                row.getString("subject"),
                refusal(row.getString("refusal")),
                row.getLong("record_version"),
                expires == null ? null : expires.toInstant(),
                row.getBoolean("degraded"));
        return new KeptRecord(record, row.getBuffer("salt").getBytes());
    }

    private static RecordKind kind(String word) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a kind that we do not know"));
    }

    private static @Nullable AccessMode mode(@Nullable String code) {
        return code == null ? null : requireNonNull(AccessMode.of(code), "a mode that we do not know");
    }

    private static Caller caller(Row row) {
        return new Caller(
                Role.ofWord(row.getString("profession")),
                row.getString("professional_id"),
                row.getString("professional_name"),
                Set.of(),
                false,
                new Structure(row.getString("structure_id"), row.getString("structure_name"), StructureKind.UNKNOWN));
    }

    private static @Nullable Reason reason(Row row) {
        String code = row.getString("reason_code");
        return code == null ? null : new Reason(code, row.getString("reason_text"));
    }

    private static @Nullable Refusal refusal(@Nullable String slug) {
        return slug == null
                ? null
                : Arrays.stream(Refusal.values())
                        .filter(refusal -> refusal.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("a refusal that we do not know"));
    }
}
