package fr.briseglace.store;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Representative;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a patient's administrative file out of a row. */
final class PatientRows {
    private PatientRows() {}

    static PatientFile file(Row row, Ins ins) {
        return new PatientFile(
                ins,
                identity(row),
                RecordStatus.valueOf(row.getString("record_status")),
                row.getBoolean("deceased"),
                rights(row),
                new Contacts(
                        row.getBoolean("secure_mailbox"),
                        row.getString("email"),
                        row.getString("mobile"),
                        List.of(row.getArrayOfStrings("postal_address"))),
                row.getBoolean("ward"),
                representatives((JsonArray) row.getJson("representatives")),
                row.getString("gp_id"));
    }

    static PatientIdentity identity(Row row) {
        return new PatientIdentity(
                row.getString("birth_name"),
                List.of(row.getArrayOfStrings("given_names")),
                row.getString("used_name"),
                row.getLocalDate("birth_date"),
                Sex.valueOf(row.getString("sex")),
                row.getString("birth_place"),
                IdentityStatus.valueOf(row.getString("identity_status")));
    }

    /** A patient without a row of rights decided nothing. */
    static PatientRights rights(Row row) {
        Boolean regulationOpposed = row.getBoolean("regulation_opposed");
        if (regulationOpposed == null) {
            return PatientRights.NONE;
        }
        return new PatientRights(
                regulationOpposed,
                row.getBoolean("break_glass_opposed"),
                row.getBoolean("masked_in_emergency"),
                Set.of(row.getArrayOfStrings("blocked")));
    }

    private static List<Representative> representatives(JsonArray rows) {
        List<Representative> representatives = new ArrayList<>();
        for (Object element : rows) {
            JsonObject row = (JsonObject) element;
            representatives.add(new Representative(
                    row.getString("name"),
                    ins(row.getString("ins_value"), row.getString("ins_oid")),
                    new Contacts(
                            row.getBoolean("secure_mailbox"),
                            row.getString("email"),
                            row.getString("mobile"),
                            texts(row.getJsonArray("postal_address"))),
                    day(row.getString("until"))));
        }
        return representatives;
    }

    private static @Nullable Ins ins(@Nullable String value, @Nullable String oid) {
        return value == null || oid == null ? null : new Ins(value, oid);
    }

    private static @Nullable LocalDate day(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }
}
