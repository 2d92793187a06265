package fr.briseglace.cda;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in French what stands around the core of a statement: routes, doses, sites, people, specimens, references. */
final class Surroundings {
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("routeCode", "Voie"),
            Map.entry("approachSiteCode", "Site"),
            Map.entry("targetSiteCode", "Localisation"),
            Map.entry("methodCode", "Méthode"),
            Map.entry("interpretationCode", "Interprétation"),
            Map.entry("priorityCode", "Priorité"),
            Map.entry("uncertaintyCode", "Incertitude"),
            Map.entry("doseQuantity", "Dose"),
            Map.entry("rateQuantity", "Rythme"),
            Map.entry("maxDoseQuantity", "Dose maximale"),
            Map.entry("administrationUnitCode", "Unité"),
            Map.entry("quantity", "Quantité"),
            Map.entry("repeatNumber", "Renouvellements"),
            Map.entry("expectedUseTime", "Durée d'utilisation"),
            Map.entry("formCode", "Forme"),
            Map.entry("capacityQuantity", "Contenance"),
            Map.entry("lotNumberText", "Lot"),
            Map.entry("dischargeDispositionCode", "Sortie"));

    private static final Set<String> ENTITIES =
            Set.of("assignedEntity", "assignedAuthor", "relatedEntity", "associatedEntity");

    /** What a device that takes part in a statement is said as. */
    static final String DEVICE = "Dispositif";

    private final Phrases phrases;
    private final Values values;

    Surroundings(Phrases phrases) {
        this.phrases = phrases;
        values = phrases.values();
    }

    /** What is said around the core of a statement: routes, doses, sites, people, specimens, references. */
    Set<String> of(XmlElement statement) {
        Set<String> found = new LinkedHashSet<>();
        for (XmlElement child : statement.children()) {
            String name = NAMED.get(child.name());
            String phrase =
                    switch (child.name()) {
                        case "performer", "author", "informant" -> person(child);
                        case "participant" -> participant(child);
                        case "subject" -> named("Sujet", subject(child));
                        case "specimen" -> named("Prélèvement", specimen(child));
                        case "referenceRange" -> named("Référence", range(child));
                        case "precondition" -> named("Condition", criterion(child));
                        case "reference" -> named("Référence", external(child));
                        default -> name == null ? null : named(name, values.words(child));
                    };
            add(found, phrase);
        }
        for (XmlElement coded : statement.children()) {
            if (coded.name().equals("code") || coded.name().equals("value")) {
                coded.children("qualifier").forEach(qualifier -> add(found, qualifier(qualifier)));
            }
        }
        return found;
    }

    private @Nullable String qualifier(XmlElement qualifier) {
        String name = values.wording(qualifier.child("name"));
        String value = values.words(qualifier.child("value"));
        return name == null || value == null ? phrase(name, value) : named(name, value);
    }

    private @Nullable String person(XmlElement holder) {
        String role =
                switch (holder.name()) {
                    case "performer" -> "Par";
                    case "author" -> "Auteur";
                    default -> "Source";
                };
        XmlElement function = holder.child("functionCode");
        for (XmlElement entity : holder.children()) {
            if (!ENTITIES.contains(entity.name())) {
                continue;
            }
            String person = Stream.of("assignedPerson", "relatedPerson", "associatedPerson")
                    .map(entity::child)
                    .map(People::name)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            XmlElement organisation = entity.child("representedOrganization");
            XmlElement code = entity.child("code");
            String words = phrase(
                    person,
                    code == null ? null : values.wording(code),
                    People.name(organisation),
                    function == null ? null : values.wording(function));
            if (words != null) {
                XmlElement time = holder.child("time");
                String when = time == null ? null : Values.french(time.attribute("value"));
                return role + " : " + words + (when == null ? "" : " le " + when);
            }
        }
        return null;
    }

    private @Nullable String participant(XmlElement holder) {
        XmlElement role = holder.child("participantRole");
        // The agent of an allergy is what the fact is, and is read as such.
        if (role == null || holder.is("typeCode", "CSM")) {
            return null;
        }
        XmlElement device = role.child("playingDevice");
        if (device != null) {
            return named(
                    DEVICE,
                    phrase(
                            values.wording(device.child("code")),
                            words(device.child("manufacturerModelName")),
                            words(device.child("softwareName"))));
        }
        XmlElement entity = role.child("playingEntity");
        XmlElement scope = role.child("scopingEntity");
        String spoken = People.spoken(People.telecoms(role));
        return named(
                holder.is("typeCode", "LOC") ? "Lieu" : "Participant",
                phrase(
                        People.name(entity),
                        entity == null ? null : values.wording(entity.child("code")),
                        values.wording(role.child("code")),
                        scope == null ? null : values.wording(scope.child("code")),
                        People.blankToNull(String.join(", ", People.address(role))),
                        People.blankToNull(spoken)));
    }

    private static @Nullable String words(@Nullable XmlElement element) {
        return element == null ? null : People.blankToNull(element.text());
    }

    @Nullable
    String subject(XmlElement holder) {
        XmlElement related = holder.child("relatedSubject");
        return related == null ? null : values.wording(related.child("code"));
    }

    private @Nullable String specimen(XmlElement holder) {
        XmlElement role = holder.child("specimenRole");
        XmlElement entity = role == null ? null : role.child("specimenPlayingEntity");
        return entity == null
                ? null
                : phrase(People.name(entity), values.wording(entity.child("code")), values.words(entity.child("desc")));
    }

    private @Nullable String range(XmlElement holder) {
        XmlElement range = holder.child("observationRange");
        if (range == null) {
            return null;
        }
        return phrase(
                phrases.text(range),
                values.words(range.child("value")),
                range.child("interpretationCode") == null ? null : values.display(range.child("interpretationCode")));
    }

    private @Nullable String criterion(XmlElement holder) {
        XmlElement criterion = holder.child("criterion");
        return criterion == null
                ? null
                : phrase(
                        phrases.text(criterion),
                        values.wording(criterion.child("code")),
                        values.words(criterion.child("value")));
    }

    private @Nullable String external(XmlElement holder) {
        for (XmlElement document : holder.children()) {
            XmlElement text = document.child("text");
            XmlElement reference = text == null ? null : text.child("reference");
            String written = text == null ? null : People.blankToNull(text.text());
            String link = reference == null ? null : reference.attribute("value");
            String words = phrase(values.wording(document.child("code")), written, link);
            if (words != null) {
                return words;
            }
        }
        return null;
    }

    static @Nullable String named(String name, @Nullable String words) {
        return words == null ? null : name + " : " + words;
    }

    private static @Nullable String phrase(@Nullable String... parts) {
        List<String> said = Stream.of(parts).filter(Objects::nonNull).distinct().toList();
        return said.isEmpty() ? null : String.join(", ", said);
    }

    private static void add(Set<String> phrases, @Nullable String phrase) {
        if (phrase != null && !phrase.isBlank()) {
            phrases.add(phrase);
        }
    }
}
