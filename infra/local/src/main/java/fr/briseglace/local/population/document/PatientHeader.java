package fr.briseglace.local.population.document;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.Sex;
import fr.briseglace.local.population.person.Person;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Representative;
import java.util.List;

/** Whom a document is about: INS, address, traits, representatives. */
final class PatientHeader {
    private PatientHeader() {}

    static void write(Xml xml, Person person, PatientFile file) {
        Ins ins = file.ins();
        xml.open("recordTarget").open("patientRole", "classCode", "PAT");
        xml.leaf("id", "extension", ins.value(), "root", ins.oid());
        address(xml, file.contacts().postalAddress());
        contacts(xml, file.contacts());
        if (file.contacts().secureMailbox()) {
            xml.leaf("telecom", "value", "mailto:" + ins.value() + "@patient.mssante.fr");
        }
        xml.open("patient", "classCode", "PSN");
        name(xml, person);
        boolean woman = person.sex() == Sex.F;
        xml.leaf(
                "administrativeGenderCode",
                "code",
                woman ? "F" : "M",
                "displayName",
                woman ? "Féminin" : "Masculin",
                "codeSystem",
                "2.16.840.1.113883.5.1");
        xml.leaf("birthTime", "value", Times.hl7(person.birthDate()));
        file.representatives().forEach(one -> guardian(xml, one));
        xml.open("birthplace").open("place").open("addr");
        xml.text("county", person.birthplace().insee())
                .text("city", person.birthplace().name());
        xml.close().close().close();
        xml.close().close().close();
    }

    private static void name(Xml xml, Person person) {
        xml.open("name");
        xml.text("family", person.birthName(), "qualifier", "BR");
        if (person.usedName() != null) {
            xml.text("family", person.usedName(), "qualifier", "SP");
        }
        xml.text("given", String.join(" ", person.givenNames()));
        xml.text("given", person.givenNames().getFirst(), "qualifier", "BR");
        xml.close();
    }

    private static void guardian(Xml xml, Representative one) {
        xml.open("guardian");
        address(xml, one.contacts().postalAddress());
        contacts(xml, one.contacts());
        int space = one.name().indexOf(' ');
        xml.open("guardianPerson").open("name");
        xml.text("given", one.name().substring(0, space))
                .text("family", one.name().substring(space + 1));
        xml.close().close().close();
    }

    private static void address(Xml xml, List<String> lines) {
        xml.open("addr", "use", "H");
        lines.forEach(line -> xml.text("streetAddressLine", line));
        xml.close();
    }

    private static void contacts(Xml xml, Contacts contacts) {
        if (contacts.mobile() != null) {
            xml.leaf("telecom", "value", "tel:" + contacts.mobile(), "use", "MC");
        }
        if (contacts.email() != null) {
            xml.leaf("telecom", "value", "mailto:" + contacts.email());
        }
    }
}
