package fr.briseglace.cda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells who is who among the people of a header: the GP, and an author who is the patient. */
final class Practitioners {
    private static final Set<String> PATIENT_ROLES = Set.of("PATIENT", "PAT", "PRS");

    private Practitioners() {}

    /** The GP: whoever acts as {@code PCP}, the one with a secure mail address first; null where nobody does. */
    static @Nullable GeneralPractitioner general(XmlElement document) {
        GeneralPractitioner best = null;
        for (XmlElement holder : holders(document)) {
            if (!Codes.is(holder.child("functionCode"), "PCP")) {
                continue;
            }
            for (XmlElement entity : holder.children()) {
                GeneralPractitioner found = practitioner(entity);
                if (found != null && (best == null || (best.secureMail() == null && found.secureMail() != null))) {
                    best = found;
                }
            }
        }
        return best;
    }

    private static List<XmlElement> holders(XmlElement document) {
        List<XmlElement> found = new ArrayList<>(document.children("participant"));
        found.addAll(document.children("author"));
        found.addAll(document.children("informant"));
        for (XmlElement event : document.children("documentationOf")) {
            event.children("serviceEvent").forEach(service -> found.addAll(service.children("performer")));
        }
        XmlElement encounter = document.path("componentOf", "encompassingEncounter");
        if (encounter != null) {
            found.addAll(encounter.children("encounterParticipant"));
        }
        return found;
    }

    private static @Nullable GeneralPractitioner practitioner(XmlElement entity) {
        String person =
                switch (entity.name()) {
                    case "associatedEntity" -> "associatedPerson";
                    case "assignedAuthor", "assignedEntity" -> "assignedPerson";
                    default -> null;
                };
        if (person == null) {
            return null;
        }
        String id = People.professionalId(entity);
        String name = People.name(entity.child(person));
        String mail = secureMail(entity);
        return id == null && name == null ? null : new GeneralPractitioner(id, name, mail);
    }

    private static @Nullable String secureMail(XmlElement entity) {
        for (String telecom : People.telecoms(entity)) {
            String lower = telecom.toLowerCase(Locale.ROOT);
            if (lower.startsWith("mailto:") && lower.contains("mssante")) {
                return telecom.substring("mailto:".length());
            }
        }
        return null;
    }

    /** Whether an author is the patient: by role code, or by an identifier that is also the patient's. */
    static boolean isPatient(XmlElement document, XmlElement assigned) {
        String role =
                assigned.child("code") == null ? null : assigned.child("code").attribute("code");
        if (role != null && PATIENT_ROLES.contains(role.toUpperCase(Locale.ROOT))) {
            return true;
        }
        Set<String> patient = new HashSet<>();
        XmlElement target = document.path("recordTarget", "patientRole");
        for (XmlElement id : target == null ? List.<XmlElement>of() : target.children("id")) {
            if (id.attribute("extension") != null) {
                patient.add(String.valueOf(HeaderReader.identifier(id)));
            }
        }
        return assigned.children("id").stream()
                .map(HeaderReader::identifier)
                .anyMatch(id -> id != null && patient.contains(id));
    }
}
