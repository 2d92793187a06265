package fr.briseglace.cda;

import fr.briseglace.summary.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An element of a document that was read within bounds: local name, attributes by local name ({@code xsi:type} without
 * its prefix, under {@code xsi:type}), and content in order. Namespaces are gone: pharmacy and laboratory extensions
 * read like the standard's own elements.
 */
final class XmlElement implements XmlNode {
    /** Elements of the narrative that stand apart from what is before and after them. */
    private static final Set<String> APART =
            Set.of("br", "caption", "footnote", "item", "list", "paragraph", "table", "td", "th", "tr");

    private final String name;
    private final Map<String, String> attributes;
    private final List<XmlNode> content = new ArrayList<>();

    XmlElement(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    void add(XmlNode node) {
        content.add(node);
    }

    String name() {
        return name;
    }

    List<XmlNode> content() {
        return content;
    }

    /** The attribute's value without outer spaces, null where absent or blank. */
    @Nullable
    String attribute(String key) {
        String value = attributes.get(key);
        return value == null || value.isBlank() ? null : value.strip();
    }

    boolean is(String key, String value) {
        return value.equals(attribute(key));
    }

    /** Whether it denies what it says: {@code negationInd}, as a standard attribute or an extension. */
    boolean negated() {
        return is("negationInd", "true") || is("negationInd", "1");
    }

    /** Whether whoever wrote it withdrew it as a mistake. */
    boolean withdrawn() {
        XmlElement status = child("statusCode");
        return status != null && status.is("code", "nullified");
    }

    List<XmlElement> children() {
        List<XmlElement> found = new ArrayList<>();
        for (XmlNode node : content) {
            if (node instanceof XmlElement element) {
                found.add(element);
            }
        }
        return found;
    }

    List<XmlElement> children(String childName) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlNode node : content) {
            if (node instanceof XmlElement element && element.name.equals(childName)) {
                found.add(element);
            }
        }
        return found;
    }

    /** The first child of that name, null where there is none. */
    @Nullable
    XmlElement child(String childName) {
        for (XmlNode node : content) {
            if (node instanceof XmlElement element && element.name.equals(childName)) {
                return element;
            }
        }
        return null;
    }

    /** The first element down a path of first children, null where the path breaks off. */
    @Nullable
    XmlElement path(String... names) {
        XmlElement here = this;
        for (String step : names) {
            here = here.child(step);
            if (here == null) {
                return null;
            }
        }
        return here;
    }

    /** Visits this element and all below it in document order, without recursion. */
    void walk(Consumer<XmlElement> visitor) {
        Deque<XmlElement> ahead = new ArrayDeque<>();
        ahead.push(this);
        while (!ahead.isEmpty()) {
            XmlElement element = ahead.pop();
            visitor.accept(element);
            for (int i = element.content.size() - 1; i >= 0; i--) {
                if (element.content.get(i) instanceof XmlElement below) {
                    ahead.push(below);
                }
            }
        }
    }

    /** The text below, runs of white space as one space. */
    String text() {
        return Words.squeeze(rawText());
    }

    /** The text below as written. */
    String rawText() {
        StringBuilder out = new StringBuilder();
        append(out);
        return out.toString();
    }

    private void append(StringBuilder out) {
        for (XmlNode node : content) {
            switch (node) {
                case XmlText text -> out.append(text.text());
                case XmlElement element -> {
                    String around = APART.contains(element.name) ? " " : "";
                    out.append(around);
                    element.append(out);
                    out.append(around);
                }
            }
        }
    }

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "XmlElement[…]";
    }
}
