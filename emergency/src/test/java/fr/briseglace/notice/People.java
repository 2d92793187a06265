package fr.briseglace.notice;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import fr.briseglace.patient.Representative;
import java.time.LocalDate;
import java.util.List;

/** Administrative files of people to be told. */
final class People {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Ins INS = ins("2790351215189");
    static final Ins PARENT_INS = ins("1750544109001");
    static final Contacts MAILBOX = new Contacts(true, null, null, List.of());
    static final Contacts EMAIL = new Contacts(false, "dominique@courriel.example", null, List.of());
    static final Contacts MOBILE = new Contacts(false, null, "+33600000000", List.of());
    static final Contacts HOUSE = new Contacts(false, null, null, List.of("3 rue du Port", "44000 NANTES"));
    static final Practitioner GP =
            new Practitioner("801234567897", "Dr Claude GENERALISTE", "claude.generaliste@medecin.mssante.fr");

    private People() {}

    static PatientFile adult(Contacts contacts) {
        return file(LocalDate.of(1979, 3, 28), false, contacts);
    }

    static PatientFile aged(int years, Contacts contacts, Representative... representatives) {
        return file(TODAY.minusYears(years), false, contacts, representatives);
    }

    static PatientFile ward(Contacts contacts, Representative... representatives) {
        return file(LocalDate.of(1950, 1, 1), true, contacts, representatives);
    }

    static Representative parent(Contacts contacts) {
        return new Representative("Camille PARENT", PARENT_INS, contacts);
    }

    private static PatientFile file(
            LocalDate birthDate, boolean ward, Contacts contacts, Representative... representatives) {
        return new PatientFile(
                INS,
                new PatientIdentity(
                        "PAT-TROIS", List.of("DOMINIQUE"), null, birthDate, Sex.F, "51215", IdentityStatus.QUALIFIED),
                RecordStatus.OPEN,
                false,
                PatientRights.NONE,
                contacts,
                ward,
                List.of(representatives),
                GP.id());
    }

    private static Ins ins(String body) {
        return new Ins(body + "%02d".formatted(Ins.key(body)), Ins.TEST);
    }
}
