package fr.briseglace.store;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.Structure;
import fr.briseglace.notice.Language;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import fr.briseglace.patient.Representative;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts patients, professionals and structures into the store; for those who feed it, not for the gateway. */
public final class Registry {
    private final SqlClient sql;

    /** A registry over a connection, whose transaction it joins, or over a pool. */
    public Registry(SqlClient sql) {
        this.sql = sql;
    }

    /** The patient of an INS. */
    public Future<Optional<UUID>> find(Ins ins) {
        return sql.preparedQuery("select patient_id from patient_identifier where ins_value = $1 and ins_oid = $2")
                .execute(Tuple.of(ins.value(), ins.oid()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getUUID(0)));
    }

    /** Adds a patient with everything of the administrative file. */
    public Future<Void> register(UUID patientId, PatientFile file) {
        return sql.preparedQuery("""
                        insert into patient (patient_id, record_status, deceased, birth_name, given_names, used_name,
                            birth_date, sex, birth_place, identity_status, ward, secure_mailbox, email, mobile,
                            postal_address, gp_id)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                        """)
                .execute(patient(patientId, file))
                .compose(done -> identify(patientId, file.ins()))
                .compose(done -> represent(patientId, file.representatives()))
                .compose(done -> decide(patientId, file.rights()));
    }

    private static Tuple patient(UUID patientId, PatientFile file) {
        PatientIdentity identity = file.identity();
        Contacts contacts = file.contacts();
        return Tuple.tuple()
                .addUUID(patientId)
                .addString(file.recordStatus().name())
                .addBoolean(file.deceased())
                .addString(identity.birthName())
                .addArrayOfString(identity.givenNames().toArray(String[]::new))
                .addString(identity.usedName())
                .addLocalDate(identity.birthDate())
                .addString(identity.sex().name())
                .addString(identity.birthPlace())
                .addString(identity.status().name())
                .addBoolean(file.ward())
                .addBoolean(contacts.secureMailbox())
                .addString(contacts.email())
                .addString(contacts.mobile())
                .addArrayOfString(contacts.postalAddress().toArray(String[]::new))
                .addString(file.generalPractitioner());
    }

    private Future<Void> identify(UUID patientId, Ins ins) {
        return sql.preparedQuery("insert into patient_identifier (ins_value, ins_oid, patient_id) values ($1, $2, $3)")
                .execute(Tuple.of(ins.value(), ins.oid(), patientId))
                .mapEmpty();
    }

    private Future<Void> represent(UUID patientId, List<Representative> representatives) {
        if (representatives.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Tuple> rows = new ArrayList<>();
        for (Representative one : representatives) {
            rows.add(representative(patientId, rows.size(), one));
        }
        return sql.preparedQuery("""
                        insert into representative (patient_id, ordinal, name, ins_value, ins_oid, secure_mailbox, email,
                            mobile, postal_address, until)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        """).executeBatch(rows).mapEmpty();
    }

    private static Tuple representative(UUID patientId, int ordinal, Representative one) {
        @Nullable Ins ins = one.ins();
        Contacts contacts = one.contacts();
        return Tuple.tuple()
                .addUUID(patientId)
                .addInteger(ordinal)
                .addString(one.name())
                .addString(ins == null ? null : ins.value())
                .addString(ins == null ? null : ins.oid())
                .addBoolean(contacts.secureMailbox())
                .addString(contacts.email())
                .addString(contacts.mobile())
                .addArrayOfString(contacts.postalAddress().toArray(String[]::new))
                .addLocalDate(one.until());
    }

    private Future<Void> decide(UUID patientId, PatientRights rights) {
        if (rights.equals(PatientRights.NONE)) {
            return Future.succeededFuture();
        }
        return sql.preparedQuery("""
                        with decided as (
                            insert into patient_right (patient_id, regulation_opposed, break_glass_opposed,
                                masked_in_emergency, blocked)
                            values ($1, $2, $3, $4, $5)
                            returning *
                        )
                        insert into right_change (patient_id, regulation_opposed, break_glass_opposed,
                            masked_in_emergency, blocked, changed_at, changed_by_role, changed_by)
                        select d.patient_id, d.regulation_opposed, d.break_glass_opposed, d.masked_in_emergency, d.blocked,
                            '-infinity', 'registration', ''
                        from decided d
                        """)
                .execute(Tuple.of(
                        patientId,
                        rights.regulationOpposed(),
                        rights.breakGlassOpposed(),
                        rights.maskedInEmergency(),
                        rights.blocked().toArray(String[]::new)))
                .mapEmpty();
    }

    /** Adds professionals, or brings what is known of them up to date. */
    public Future<Void> practise(List<Practitioner> practitioners) {
        if (practitioners.isEmpty()) {
            return Future.succeededFuture();
        }
        return sql.preparedQuery("""
                        insert into professional (professional_id, name, secure_mail) values ($1, $2, $3)
                        on conflict (professional_id) do update
                            set name = excluded.name,
                                secure_mail = coalesce(excluded.secure_mail, professional.secure_mail)
                        """)
                .executeBatch(practitioners.stream()
                        .map(p -> Tuple.of(p.id(), p.name(), p.secureMail()))
                        .toList())
                .mapEmpty();
    }

    /**
     * Says where a professional lives, as the directory of the order has it: whoever opens the record of somebody under
     * their own roof is reviewed. Nothing where the professional is not known.
     */
    public Future<Void> reside(String professionalId, List<String> postalAddress) {
        return sql.preparedQuery("update professional set postal_address = $2 where professional_id = $1")
                .execute(Tuple.tuple().addString(professionalId).addArrayOfString(postalAddress.toArray(String[]::new)))
                .mapEmpty();
    }

    /** Says whether curiosity goes out to a patient, such as a public figure: every access is reviewed then. */
    public Future<Void> flag(UUID patientId, boolean sensitive) {
        return sql.preparedQuery("update patient set sensitive = $2 where patient_id = $1")
                .execute(Tuple.of(patientId, sensitive))
                .mapEmpty();
    }

    /** Says in which language a patient reads notices; French where nothing was said. */
    public Future<Void> speak(UUID patientId, Language language) {
        return sql.preparedQuery("update patient set language = $2 where patient_id = $1")
                .execute(Tuple.of(patientId, language.code()))
                .mapEmpty();
    }

    /** Says in which region structures are: INSEE codes by structure id. */
    public Future<Void> locate(Map<String, String> regions) {
        if (regions.isEmpty()) {
            return Future.succeededFuture();
        }
        return sql.preparedQuery("update structure set region = $2 where structure_id = $1")
                .executeBatch(regions.entrySet().stream()
                        .map(one -> Tuple.of(one.getKey(), one.getValue()))
                        .toList())
                .mapEmpty();
    }

    /** Adds structures, or brings what is known of them up to date. */
    public Future<Void> list(List<Structure> structures) {
        if (structures.isEmpty()) {
            return Future.succeededFuture();
        }
        return sql.preparedQuery("""
                        insert into structure (structure_id, name, kind) values ($1, $2, $3)
                        on conflict (structure_id) do update set name = excluded.name, kind = excluded.kind
                        """)
                .executeBatch(structures.stream()
                        .map(s -> Tuple.of(s.id(), s.name(), s.kind().word()))
                        .toList())
                .mapEmpty();
    }
}
