package fr.briseglace.cda;

import fr.briseglace.identity.Sex;
import fr.briseglace.summary.ClinicalDate;
import fr.briseglace.summary.Coding;
import fr.briseglace.summary.SourceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a document says about itself. */
final class HeaderReader {
    /** Reimbursement history, written by health insurance whoever its author element names. */
    private static final String REIMBURSEMENTS = "REMB";

    private HeaderReader() {}

    static DocumentHeader read(XmlElement document) throws XmlFault {
        String uniqueId = identifier(document.child("id"));
        if (uniqueId == null) {
            throw new XmlFault(CdaFault.NO_ID);
        }
        Coding type = Codes.own(document.child("code"));
        if (type == null) {
            throw new XmlFault(CdaFault.NO_TYPE);
        }
        List<PatientId> patientIds = patientIds(document);
        if (patientIds.isEmpty()) {
            throw new XmlFault(CdaFault.NO_PATIENT);
        }
        Instant created = created(document);
        if (created == null) {
            throw new XmlFault(CdaFault.NO_DATE);
        }
        XmlElement title = document.child("title");
        String titleText = title == null ? null : People.blankToNull(title.text());
        if (titleText == null) {
            titleText = type.display() == null ? type.code() : type.display();
        }
        List<Coding> types = Codes.all(document.child("code"));
        XmlElement custodian = document.path("custodian", "assignedCustodian", "representedCustodianOrganization");
        return new DocumentHeader(
                uniqueId,
                identifier(document.child("setId")),
                version(document),
                related(document),
                type,
                types.subList(1, types.size()),
                titleText,
                created,
                attribute(document.child("languageCode"), "code"),
                confidentiality(document),
                patientIds,
                traits(document.path("recordTarget", "patientRole", "patient")),
                guardians(document),
                authors(document, type),
                Practitioners.general(document),
                People.name(custodian));
    }

    private static @Nullable Instant created(XmlElement document) {
        Instant written = CdaTime.instant(attribute(document.child("effectiveTime"), "value"));
        return written != null ? written : CdaTime.instant(attribute(document.path("author", "time"), "value"));
    }

    static @Nullable String identifier(@Nullable XmlElement id) {
        String root = attribute(id, "root");
        String extension = attribute(id, "extension");
        if (root == null) {
            return extension;
        }
        return extension == null ? root : root + "^" + extension;
    }

    private static @Nullable String attribute(@Nullable XmlElement element, String key) {
        return element == null ? null : element.attribute(key);
    }

    private static @Nullable Integer version(XmlElement document) {
        String value = attribute(document.child("versionNumber"), "value");
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static List<RelatedDocument> related(XmlElement document) {
        List<RelatedDocument> found = new ArrayList<>();
        for (XmlElement relation : document.children("relatedDocument")) {
            RelatedDocument.Kind kind =
                    switch (String.valueOf(relation.attribute("typeCode"))) {
                        case "RPLC" -> RelatedDocument.Kind.REPLACES;
                        case "APND" -> RelatedDocument.Kind.APPENDS;
                        case "XFRM" -> RelatedDocument.Kind.TRANSFORMS;
                        default -> null;
                    };
            XmlElement parent = relation.child("parentDocument");
            if (kind == null || parent == null) {
                continue;
            }
            String set = identifier(parent.child("setId"));
            List<XmlElement> ids = parent.children("id");
            ids.forEach(id -> found.add(new RelatedDocument(kind, identifier(id), set)));
            if (ids.isEmpty() && set != null) {
                found.add(new RelatedDocument(kind, null, set));
            }
        }
        return found;
    }

    private static List<Coding> confidentiality(XmlElement document) {
        List<Coding> found = new ArrayList<>();
        document.children("confidentialityCode").forEach(code -> found.addAll(Codes.all(code)));
        return found;
    }

    private static List<PatientId> patientIds(XmlElement document) {
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

    private static PatientTraits traits(@Nullable XmlElement patient) {
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
                sex(attribute(patient.child("administrativeGenderCode"), "code")),
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
        ClinicalDate date = CdaTime.date(attribute(patient.child("birthTime"), "value"));
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

    private static List<Guardian> guardians(XmlElement document) {
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

    private static List<DocumentAuthor> authors(XmlElement document, Coding type) {
        List<DocumentAuthor> found = new ArrayList<>();
        for (XmlElement author : document.children("author")) {
            XmlElement assigned = author.child("assignedAuthor");
            if (assigned != null) {
                found.add(author(document, type, assigned));
            }
        }
        return found;
    }

    private static DocumentAuthor author(XmlElement document, Coding type, XmlElement assigned) {
        XmlElement profession = assigned.child("code");
        String organisation = People.name(assigned.child("representedOrganization"));
        String name = People.name(assigned.child("assignedPerson"));
        XmlElement device = assigned.child("assignedAuthoringDevice");
        if (name == null && device != null) {
            XmlElement software = device.child("softwareName");
            name = software == null ? null : People.blankToNull(software.text());
        }
        SourceKind kind = SourceKind.PROFESSIONAL;
        if (type.code().equals(REIMBURSEMENTS)) {
            kind = SourceKind.INSURER;
        } else if (Practitioners.isPatient(document, assigned)) {
            kind = SourceKind.PATIENT;
        }
        return new DocumentAuthor(
                kind,
                People.professionalId(assigned),
                name == null ? organisation : name,
                attribute(profession, "code"),
                attribute(profession, "displayName"),
                organisation);
    }
}
