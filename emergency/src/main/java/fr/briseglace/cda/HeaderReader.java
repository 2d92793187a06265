package fr.briseglace.cda;

import fr.briseglace.summary.Coding;
import fr.briseglace.summary.SourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        List<PatientId> patientIds = PatientReader.ids(document);
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
                PatientReader.traits(document.path("recordTarget", "patientRole", "patient")),
                PatientReader.guardians(document),
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

    static @Nullable String attribute(@Nullable XmlElement element, String key) {
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
