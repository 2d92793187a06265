package fr.briseglace.store;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import java.time.LocalDate;
import java.util.List;

/** Administrative files of patients to put into a store. */
public final class TestPatients {
    /** National id of the GP of them all. */
    public static final String GP = "810009999999";

    private TestPatients() {}

    /** The INS of the patient of a number, 1 to 999. */
    public static Ins ins(int number) {
        String body = "2790351215" + "%03d".formatted(number);
        return new Ins(body + "%02d".formatted(Ins.key(body)), Ins.TEST);
    }

    /** An adult with an open record. */
    public static PatientFile adult(int number) {
        return adult(number, RecordStatus.OPEN, false, PatientRights.NONE);
    }

    /** An adult, as they stand. */
    public static PatientFile adult(int number, RecordStatus status, boolean deceased, PatientRights rights) {
        return new PatientFile(
                ins(number),
                new PatientIdentity(
                        "ESSAI-" + number,
                        List.of("ZOÉ", "ANNE"),
                        "D'ESSAI",
                        LocalDate.of(1979, 3, 28),
                        Sex.F,
                        "51215",
                        IdentityStatus.QUALIFIED),
                status,
                deceased,
                rights,
                new Contacts(true, null, null, List.of()),
                false,
                List.of(),
                GP);
    }
}
