package fr.briseglace.cda;

import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.SectionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people to call that a header names: trusted person, family, representatives, GP; one item a person. */
final class ContactItems {
    private final Map<String, Set<String>> people = new LinkedHashMap<>();

    static List<ClinicalItem> of(XmlElement document, DocumentHeader header) {
        ContactItems contacts = new ContactItems();
        for (XmlElement informant : document.children("informant")) {
            contacts.related(informant.child("relatedEntity"), "relatedPerson");
        }
        for (XmlElement participant : document.children("participant")) {
            XmlElement entity = participant.child("associatedEntity");
            if (entity != null && role(entity) != null) {
                contacts.related(entity, "associatedPerson");
            }
        }
        for (Guardian guardian : header.guardians()) {
            contacts.add(guardian.name(), "Représentant légal", People.spoken(guardian.telecoms()));
            contacts.add(guardian.name(), null, String.join(", ", guardian.address()));
        }
        GeneralPractitioner doctor = header.generalPractitioner();
        if (doctor != null) {
            contacts.add(doctor.name(), "Médecin traitant", doctor.secureMail());
        }
        List<ClinicalItem> items = new ArrayList<>();
        contacts.people.forEach(
                (name, words) -> items.add(ClinicalItem.words(SectionKind.CONTACTS, name, String.join(" ; ", words))));
        return items;
    }

    private void related(@Nullable XmlElement entity, String person) {
        if (entity == null) {
            return;
        }
        String name = People.name(entity.child(person));
        XmlElement code = entity.child("code");
        add(name, role(entity), code == null ? null : code.attribute("displayName"));
        add(name, null, People.spoken(People.telecoms(entity)));
        add(name, null, String.join(", ", People.address(entity)));
    }

    private void add(@Nullable String name, @Nullable String role, @Nullable String words) {
        if (name == null) {
            return;
        }
        Set<String> known = people.computeIfAbsent(name, key -> new LinkedHashSet<>());
        if (role != null) {
            known.add(role);
        }
        if (words != null && !words.isBlank()) {
            known.add(words);
        }
    }

    private static @Nullable String role(XmlElement entity) {
        return switch (String.valueOf(entity.attribute("classCode"))) {
            case "ECON" -> "Personne à prévenir en cas d'urgence";
            case "NOK" -> "Personne de confiance";
            case "CAREGIVER" -> "Aidant";
            case "GUARD", "GUAR" -> "Représentant légal";
            case "AGNT" -> "Mandataire";
            case "CON", "PRS", "QUAL" -> "Proche";
            default -> null;
        };
    }
}
