package fr.briseglace.cda;

import fr.briseglace.summary.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in French what stands inside a statement and around it, so that nothing coded is lost. */
final class Phrases {
    static final Set<String> STATEMENTS = Set.of(
            "act",
            "encounter",
            "observation",
            "observationMedia",
            "organizer",
            "procedure",
            "regionOfInterest",
            "substanceAdministration",
            "supply");

    private final Values values;
    private final Timing timing;
    private final Narrative narrative;
    private final Products products;
    private final Surroundings surroundings;

    Phrases(Narrative narrative) {
        this.narrative = narrative;
        values = new Values(narrative);
        timing = new Timing(values);
        products = new Products(values);
        surroundings = new Surroundings(this);
    }

    Values values() {
        return values;
    }

    Timing timing() {
        return timing;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Products products() {
        return products;
    }

    /** The words a statement's text is or refers to, null where there are none. */
    @Nullable
    String text(XmlElement statement) {
        XmlElement text = statement.child("text");
        if (text == null) {
            return null;
        }
        String resolved = narrative.resolve(text.child("reference"));
        return resolved == null ? People.blankToNull(text.text()) : resolved;
    }

    /** A statement inside another, in one phrase; null where it says nothing. */
    @Nullable
    String nested(XmlElement statement) {
        LinkedHashSet<String> parts = new LinkedHashSet<>();
        XmlElement code = statement.child("code");
        String known = Titles.of(code, statement);
        String title = known == null ? values.wording(code) : known;
        String text = text(statement);
        XmlElement product = Products.of(statement);
        if (product != null) {
            parts.addAll(products.phrases(product));
        }
        for (XmlElement value : statement.children("value")) {
            add(parts, values.words(value));
        }
        // What the text says beyond title and value; mostly it is one of them.
        if (text != null && !text.equals(title) && parts.stream().noneMatch(part -> says(part, text))) {
            parts.addFirst(text);
        }
        parts.addAll(timing.words(statement));
        parts.addAll(surroundings.of(statement));
        for (XmlElement inner : statements(statement)) {
            add(parts, nested(inner));
        }
        denial(statement, false).forEach(parts::addFirst);
        String joined = String.join(", ", parts);
        narrative.work().spend(joined.length());
        if (joined.isEmpty()) {
            // A comment or instruction without words says nothing.
            return known == null ? title : null;
        }
        return title == null ? joined : title + " : " + joined;
    }

    /** How a statement that is withdrawn, or denied in itself or from outside, begins. */
    static List<String> denial(XmlElement statement, boolean denied) {
        if (statement.withdrawn()) {
            return List.of("annulé");
        }
        return denied || statement.negated() ? List.of("non") : List.of();
    }

    private static boolean says(String part, String text) {
        return part.contains(text) || Words.fold(part).equals(Words.fold(text));
    }

    /** The statements directly inside a statement, in order. */
    static List<XmlElement> statements(XmlElement holder) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement child : holder.children()) {
            if (child.name().equals("entryRelationship") || child.name().equals("component")) {
                child.children().stream()
                        .filter(inner -> STATEMENTS.contains(inner.name()))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static void add(Set<String> phrases, @Nullable String phrase) {
        if (phrase != null && !phrase.isBlank()) {
            phrases.add(phrase);
        }
    }
}
