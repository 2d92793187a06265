package fr.briseglace.local.population.document;

import fr.briseglace.patient.Practitioner;

/** The header of a document: what it is, of whom, by whom, kept where, and what it replaces. */
final class Header {
    private static final String NAMESPACE = "urn:hl7-org:v3";
    /** The health insurance as a structure. */
    private static final String INSURER = "399000000000011";

    private final Frame frame;
    private final Page page;
    private final Xml xml;

    private Header(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.xml = page.xml();
    }

    /** Writes the header; the document stays open for its body. */
    static void write(Frame frame, Page page) {
        Header header = new Header(frame, page);
        header.identification();
        PatientHeader.write(page.xml(), frame.person(), frame.file());
        header.author();
        header.emergencyContact();
        header.custodian();
        header.legalAuthenticator();
        header.participants();
        header.documented();
        header.replaced();
        header.encounter();
    }

    private void identification() {
        DocumentKind kind = frame.kind();
        xml.open("ClinicalDocument", "xmlns", NAMESPACE, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.leaf("realmCode", "code", "FR");
        xml.leaf("typeId", "root", "2.16.840.1.113883.1.3", "extension", "POCD_HD000040");
        page.templates("2.16.840.1.113883.2.8.2.1", "1.2.250.1.213.1.1.1.1");
        page.templates(kind.templates());
        if (kind.modelVersion().isEmpty()) {
            page.templates(kind.model());
        } else {
            xml.leaf("templateId", "root", kind.model(), "extension", kind.modelVersion());
        }
        xml.leaf("id", "root", frame.id(frame.version()));
        page.coded("code", kind.code());
        xml.text("title", kind.title());
        xml.leaf("effectiveTime", "value", Times.moment(frame.day()));
        xml.leaf(
                "confidentialityCode",
                "code",
                "N",
                "displayName",
                "Normal",
                "codeSystem",
                "2.16.840.1.113883.5.25",
                "codeSystemName",
                "Confidentiality");
        xml.leaf("languageCode", "code", "fr-FR");
        xml.leaf("setId", "root", frame.set());
        xml.leaf("versionNumber", "value", Integer.toString(frame.version()));
    }

    private void author() {
        xml.open("author");
        if (frame.gp() != null && frame.signatory().id().equals(frame.gp().id())) {
            generalPractitionerFunction();
        }
        xml.leaf("time", "value", Times.moment(frame.day()));
        xml.open("assignedAuthor");
        if (byInsurer()) {
            insurer();
        } else {
            SignatoryHeader.professional(page, frame.signatory());
        }
        xml.close().close();
    }

    private void insurer() {
        xml.leaf("id", "root", SignatoryHeader.STRUCTURES, "extension", INSURER);
        xml.leaf(
                "code",
                "code",
                "ALIM_AM",
                "displayName",
                "Alimentation auto à partir du SI de l'Ass Maladie",
                "codeSystem",
                "1.2.250.1.213.1.1.4.6");
        xml.open("assignedAuthoringDevice");
        xml.text("manufacturerModelName", "Historique").text("softwareName", "Assurance Maladie");
        xml.close();
        xml.open("representedOrganization");
        xml.leaf("id", "root", SignatoryHeader.STRUCTURES, "extension", INSURER).text("name", "Assurance Maladie");
        xml.close();
    }

    private void emergencyContact() {
        EmergencyContact contact = frame.contact();
        xml.open("informant").open("relatedEntity", "classCode", "ECON");
        page.coded("code", contact.relation());
        xml.leaf("addr", "nullFlavor", "NASK");
        xml.leaf("telecom", "value", "tel:" + contact.phone(), "use", "MC");
        xml.open("relatedPerson").open("name");
        xml.text("given", contact.given()).text("family", contact.family());
        xml.close().close().close().close();
    }

    private void custodian() {
        xml.open("custodian").open("assignedCustodian").open("representedCustodianOrganization");
        if (byInsurer()) {
            xml.leaf("id", "root", SignatoryHeader.STRUCTURES, "extension", INSURER)
                    .text("name", "Assurance Maladie");
        } else {
            SignatoryHeader.organisation(xml, frame.signatory().place());
        }
        xml.close().close().close();
    }

    private void legalAuthenticator() {
        if (byInsurer()) {
            return;
        }
        xml.open("legalAuthenticator").leaf("time", "value", Times.moment(frame.day()));
        xml.leaf("signatureCode", "code", "S").open("assignedEntity");
        SignatoryHeader.professional(page, frame.signatory());
        xml.close().close();
    }

    private void participants() {
        Practitioner gp = frame.gp();
        if (gp == null) {
            return;
        }
        xml.open("participant", "typeCode", "INF");
        generalPractitionerFunction();
        xml.open("time", "xsi:type", "IVL_TS")
                .leaf("low", "value", Times.moment(frame.day()))
                .close();
        xml.open("associatedEntity", "classCode", "PROV");
        xml.leaf("id", "root", SignatoryHeader.PROFESSIONALS, "extension", gp.id());
        if (gp.secureMail() != null) {
            xml.leaf("telecom", "value", "mailto:" + gp.secureMail());
        }
        xml.open("associatedPerson");
        SignatoryHeader.name(xml, Signatory.of(gp));
        xml.close().close().close();
    }

    private void documented() {
        xml.open("documentationOf").open("serviceEvent");
        page.coded("code", frame.kind().code());
        xml.open("effectiveTime")
                .leaf("low", "value", Times.moment(frame.day()))
                .close();
        if (!byInsurer()) {
            xml.open("performer", "typeCode", "PRF").open("assignedEntity");
            SignatoryHeader.professional(page, frame.signatory());
            xml.close().close();
        }
        xml.close().close();
    }

    private void replaced() {
        if (frame.version() > 1) {
            xml.open("relatedDocument", "typeCode", "RPLC").open("parentDocument");
            xml.leaf("id", "root", frame.id(frame.version() - 1)).leaf("setId", "root", frame.set());
            xml.leaf("versionNumber", "value", Integer.toString(frame.version() - 1));
            xml.close().close();
        }
    }

    private void encounter() {
        xml.open("componentOf").open("encompassingEncounter");
        xml.open("effectiveTime")
                .leaf("low", "value", Times.moment(frame.day()))
                .close();
        xml.open("location").open("healthCareFacility");
        xml.leaf("code", "code", "SA07", "displayName", "Cabinet individuel", "codeSystem", "1.2.250.1.71.4.2.4");
        xml.open("location").text("name", frame.signatory().place().name());
        SignatoryHeader.address(xml, frame.signatory().place());
        xml.close().close().close().close().close();
    }

    private boolean byInsurer() {
        return frame.kind() == DocumentKind.REIMBURSEMENTS;
    }

    private void generalPractitionerFunction() {
        xml.leaf(
                "functionCode",
                "code",
                "PCP",
                "displayName",
                "Médecin traitant",
                "codeSystem",
                "2.16.840.1.113883.5.88");
    }
}
