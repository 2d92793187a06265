package fr.briseglace.notice;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.notice.Recipient.Kind;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import fr.briseglace.patient.Representative;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who must be told of an access or of a refused attempt, and where (CSP R.1111-39). Pure. */
public final class Recipients {
    private static final int MAJORITY = 18;
    private static final int OWN_CONTACT_AGE = 16;

    /** The ages, in years, at which others are told. */
    static final List<Integer> AGES = List.of(OWN_CONTACT_AGE, MAJORITY);

    private Recipients() {}

    /**
     * Whom to tell of an access: the patient's side, and the GP.
     *
     * @param file the patient, with the representatives who are in office
     * @param gp the patient's GP as the directory knows them, null where the patient has none
     * @param today in the patient's zone, for their age
     * @param hiddenFromRepresentatives whether the access or a document of the record is under a confidentiality against
     *     representatives ({@code INVISIBLE_REPRESENTANTS_LEGAUX})
     */
    public static List<Recipient> of(
            PatientFile file, @Nullable Practitioner gp, LocalDate today, boolean hiddenFromRepresentatives) {
        List<Recipient> told = new ArrayList<>(patientSide(file, today, hiddenFromRepresentatives));
        told.add(practitioner(gp));
        return List.copyOf(told);
    }

    /**
     * Whom to tell of an attempt by a blocked or unentitled professional: the patient's side, and the privacy officer.
     * The dead are not written to.
     *
     * @param file the patient, with the representatives who are in office
     * @param privacyOfficer mail address of the privacy officer
     */
    public static List<Recipient> ofRefusal(
            PatientFile file, LocalDate today, boolean hiddenFromRepresentatives, String privacyOfficer) {
        List<Recipient> told = new ArrayList<>();
        if (!file.deceased()) {
            told.addAll(patientSide(file, today, hiddenFromRepresentatives));
        }
        told.add(new Recipient(Kind.PRIVACY_OFFICER, null, Channel.EMAIL, privacyOfficer));
        return List.copyOf(told);
    }

    private static List<Recipient> patientSide(PatientFile file, LocalDate today, boolean hiddenFromRepresentatives) {
        boolean minor = reaches(file, MAJORITY).isAfter(today);
        boolean represented = minor || file.ward();
        String name = name(file.identity());
        List<Recipient> own = digital(Kind.PATIENT, name, file.ins(), file.contacts());
        if (represented && hiddenFromRepresentatives) {
            // A letter would be opened by those it must be kept from: without a digital contact the notice waits.
            return own.isEmpty() ? List.of(new Recipient(Kind.PATIENT, name, Channel.SECURE_MAIL, null)) : own;
        }
        if (!represented || file.representatives().isEmpty()) {
            return own.isEmpty() ? List.of(letter(Kind.PATIENT, name, file.contacts())) : own;
        }
        List<Recipient> told = new ArrayList<>();
        for (Representative one : file.representatives()) {
            List<Recipient> ways = digital(Kind.REPRESENTATIVE, one.name(), one.ins(), one.contacts());
            told.addAll(ways.isEmpty() ? List.of(letter(Kind.REPRESENTATIVE, one.name(), one.contacts())) : ways);
        }
        if (minor && !reaches(file, OWN_CONTACT_AGE).isAfter(today)) {
            told.addAll(own);
        }
        return told;
    }

    private static LocalDate reaches(PatientFile file, int age) {
        return file.identity().birthDate().plusYears(age);
    }

    private static List<Recipient> digital(Kind kind, String name, @Nullable Ins ins, Contacts contacts) {
        List<Recipient> ways = new ArrayList<>();
        if (contacts.secureMailbox() && ins != null) {
            ways.add(new Recipient(kind, name, Channel.SECURE_MAIL, MailAddress.secureMailbox(ins)));
        }
        if (MailAddress.usable(contacts.email())) {
            ways.add(new Recipient(kind, name, Channel.EMAIL, contacts.email()));
        } else if (MobileNumber.usable(contacts.mobile())) {
            ways.add(new Recipient(kind, name, Channel.SMS, contacts.mobile()));
        }
        return ways;
    }

    private static Recipient letter(Kind kind, String name, Contacts contacts) {
        List<String> lines = contacts.postalAddress();
        return new Recipient(kind, name, Channel.LETTER, lines.isEmpty() ? null : String.join("\n", lines));
    }

    private static Recipient practitioner(@Nullable Practitioner gp) {
        if (gp == null) {
            return new Recipient(Kind.GP, null, Channel.SECURE_MAIL, null);
        }
        String address = MailAddress.usable(gp.secureMail()) ? gp.secureMail() : null;
        return new Recipient(Kind.GP, gp.name(), Channel.SECURE_MAIL, address);
    }

    private static String name(PatientIdentity identity) {
        String family = identity.usedName() == null ? identity.birthName() : identity.usedName();
        return identity.givenNames().getFirst() + " " + family;
    }
}
