package fr.briseglace.cda;

import fr.briseglace.identity.Sex;
import fr.briseglace.summary.ClinicalDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads who a document is about: identifiers, traits, legal representatives. */
final class PatientReader {
    private PatientReader() {}

    static List<PatientId> ids(XmlElement document) {
        List<PatientId> found = new ArrayList<>();
        for (XmlElement target : document.children("recordTarget")) {
            for (XmlElement role : target.children("patientRole")) {
                for (XmlElement id : role.children("id")) {
                    String root = id.attribute("root");
                    String extension = id.attribute("extension");
                    if (root != null) {
                        found.add(new PatientId(root, extension == null ? "" : extension));
                    }
                }
            }
        }
        return found;
    }

    static PatientTraits traits(@Nullable XmlElement patient) {
        if (patient == null) {
            return new PatientTraits(null, List.of(), null, null, Sex.U, null);
        }
        XmlElement name = patient.child("name");
        List<XmlElement> families = name == null ? List.of() : name.children("family");
        List<XmlElement> given = name == null ? List.of() : name.children("given");
        String birthName = text(families, "BR");
        String plain = families.stream()
                .filter(family -> family.attribute("qualifier") == null)
                .map(XmlElement::text)
                .findFirst()
                .orElse(null);
        String used = text(families, "CL");
        if (used == null) {
            used = text(families, "SP");
        }
        return new PatientTraits(
                birthName == null ? plain : birthName,
                givenNames(given),
                used == null && birthName != null ? plain : used,
                birthDate(patient),
                sex(HeaderReader.attribute(patient.child("administrativeGenderCode"), "code")),
                birthPlace(patient.path("birthplace", "place", "addr")));
    }

    // One unqualified element lists all given names of the birth certificate; the one qualified BR is the first of
    // them.
    private static List<String> givenNames(List<XmlElement> given) {
        List<String> names = new ArrayList<>();
        String first = text(given, "BR");
        if (first != null) {
            names.add(first);
        }
        for (XmlElement element : given) {
            if (element.attribute("qualifier") == null) {
                for (String one : element.text().split(" ", -1)) {
                    if (!one.isEmpty() && !names.contains(one)) {
                        names.add(one);
                    }
                }
            }
        }
        if (names.isEmpty()) {
            given.stream().map(XmlElement::text).filter(one -> !one.isEmpty()).forEach(names::add);
        }
        return names;
    }

    private static @Nullable String text(List<XmlElement> names, String qualifier) {
        for (XmlElement name : names) {
            String qualifiers = name.attribute("qualifier");
            if (qualifiers != null && List.of(qualifiers.split(" ", -1)).contains(qualifier)) {
                return People.blankToNull(name.text());
            }
        }
        return null;
    }

    private static @Nullable LocalDate birthDate(XmlElement patient) {
        ClinicalDate date = CdaTime.date(HeaderReader.attribute(patient.child("birthTime"), "value"));
        return date == null || !date.first().equals(date.last()) ? null : date.first();
    }

    private static Sex sex(@Nullable String code) {
        return switch (String.valueOf(code).toUpperCase(Locale.ROOT)) {
            case "F" -> Sex.F;
            case "M" -> Sex.M;
            default -> Sex.U;
        };
    }

    private static @Nullable String birthPlace(@Nullable XmlElement address) {
        XmlElement county = address == null ? null : address.child("county");
        return county == null ? null : People.blankToNull(county.text());
    }

    static List<Guardian> guardians(XmlElement document) {
        List<Guardian> found = new ArrayList<>();
        XmlElement patient = document.path("recordTarget", "patientRole", "patient");
        for (XmlElement guardian : patient == null ? List.<XmlElement>of() : patient.children("guardian")) {
            String name = People.name(guardian.child("guardianPerson"));
            found.add(new Guardian(
                    name != null ? name : People.name(guardian.child("guardianOrganization")),
                    People.telecoms(guardian),
                    People.address(guardian)));
        }
        return found;
    }
}
