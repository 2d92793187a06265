package fr.briseglace.hub;

import fr.briseglace.hub.CaseMessage.Kind;
import fr.briseglace.identity.FoldedName;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.Sex;
import fr.briseglace.identity.Traits;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the patients of a case. Calls are taken in haste: whatever says nothing useful of somebody, such as a matricule
 * with a slip of the pen, is left out, and the patient stays.
 */
final class PatientReader {
    private static final String ID = "patientId";
    /** What the standard called it in its first version, which some still send. */
    private static final String FORMER_ID = "idPat";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NUMBER = 40;
    /** Of a date with a year of four digits, which is as far as births go. */
    private static final int DATE = "1979-03-28".length();

    private PatientReader() {}

    static List<CasePatient> read(Kind kind, Members about) {
        return switch (kind) {
            case CREATION, UPDATE ->
                about.objects("patient").stream()
                        .map(PatientReader::patient)
                        .flatMap(Optional::stream)
                        .toList();
            case LINK ->
                about.says(ID) || about.says(FORMER_ID)
                        ? patient(about).stream().toList()
                        : List.of();
        };
    }

    private static Optional<CasePatient> patient(Members patient) {
        Optional<CasePatientId> id = CasePatientId.read(patient.text(patient.says(ID) ? ID : FORMER_ID));
        if (id.isEmpty()) {
            patient.wrong(HubFault.PATIENT_ID);
        }
        List<Members> numbers = patient.object("administrativeFile").objects("externalId");
        Ins matricule = values(numbers, "NIR").stream()
                .map(PatientReader::matricule)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        List<String> bracelets = values(numbers, "SINUS");
        Traits traits = traits(patient.object("identity"));
        return id.map(known -> new CasePatient(known, matricule, bracelets, traits));
    }

    private static List<String> values(List<Members> numbers, String source) {
        List<String> values = new ArrayList<>();
        for (Members number : numbers) {
            String value = number.text("value");
            if (number.text("source").equals(source) && !value.isBlank() && value.length() <= LONGEST_NUMBER) {
                values.add(value);
            }
        }
        return values;
    }

    private static Optional<Ins> matricule(String value) {
        String plain = value.replace(" ", "").toUpperCase(Locale.ROOT);
        return Ins.read(plain, Ins.NIR) instanceof Ins ins ? Optional.of(ins) : Optional.empty();
    }

    private static @Nullable Traits traits(Members identity) {
        Members strict = identity.object("strictFeatures");
        Members told = identity.object("nonStrictFeatures");
        String birthName = name(strict.text("birthName"));
        String lastName = name(told.text("lastName"));
        String givenName = name(told.text("firstName"));
        LocalDate birthDate = date(strict.text("birthDate"));
        Sex sex = sex(strict.text("sex"));
        String familyName = birthName.isEmpty() ? lastName : birthName;
        return familyName.isEmpty() || givenName.isEmpty() || birthDate == null
                ? null
                : new Traits(familyName, lastName.isEmpty() ? null : lastName, givenName, birthDate, sex, null);
    }

    private static String name(String name) {
        return name.length() > LONGEST_NAME || FoldedName.of(name).isEmpty() ? "" : name.strip();
    }

    private static @Nullable LocalDate date(String date) {
        try {
            return date.length() == DATE ? LocalDate.parse(date) : null;
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    private static @Nullable Sex sex(String code) {
        return switch (code) {
            case "F" -> Sex.F;
            case "M" -> Sex.M;
            default -> null;
        };
    }
}
