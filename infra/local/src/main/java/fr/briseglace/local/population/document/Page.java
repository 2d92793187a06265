package fr.briseglace.local.population.document;

import fr.briseglace.local.population.chance.Dice;
import fr.briseglace.local.population.health.Code;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CDA document being written: the few things that every section and entry is made of. */
final class Page {
    private final Xml xml;
    private final Dice dice;

    Page(Xml xml, Dice dice) {
        this.xml = xml;
        this.dice = dice;
    }

    Xml xml() {
        return xml;
    }

    Dice dice() {
        return dice;
    }

    /** The templates that what was opened last conforms to. */
    void templates(List<String> roots) {
        roots.forEach(root -> xml.leaf("templateId", "root", root));
    }

    void templates(String... roots) {
        templates(List.of(roots));
    }

    /** An identifier of its own. */
    void id() {
        xml.leaf("id", "root", dice.uuid());
    }

    /** A code as an element of that name. */
    void coded(String element, Code code) {
        xml.leaf(element, attributes(code));
    }

    /** A code with what the narrative says of it. */
    void coded(String element, Code code, String reference) {
        xml.open(element, attributes(code));
        originalText(reference);
        xml.close();
    }

    /** A coded value, with what the narrative says of it. */
    void value(Code code, String reference) {
        xml.open("value", typed("CD", code));
        originalText(reference);
        xml.close();
    }

    /** A coded value. */
    void value(Code code) {
        xml.leaf("value", typed("CD", code));
    }

    void originalText(String reference) {
        xml.open("originalText").leaf("reference", "value", "#" + reference).close();
    }

    /** The link from an entry to the narrative. */
    void text(String reference) {
        xml.open("text").leaf("reference", "value", "#" + reference).close();
    }

    void status(String code) {
        xml.leaf("statusCode", "code", code);
    }

    void on(LocalDate day) {
        xml.leaf("effectiveTime", "value", Times.hl7(day));
    }

    /** From a day on, until another where it ended. */
    void since(LocalDate from, @Nullable LocalDate until) {
        xml.open("effectiveTime", "xsi:type", "IVL_TS").leaf("low", "value", Times.hl7(from));
        if (until != null) {
            xml.leaf("high", "value", Times.hl7(until));
        }
        xml.close();
    }

    /** A section of a kind: heading and narrative, then whatever the entries are. */
    void section(SectionKind kind, String title, Narrative narrative, Runnable entries) {
        openSection(kind, title);
        narrative.write(xml);
        entries.run();
        closeSection();
    }

    /** The heading of a section, which stays open for its content. */
    void openSection(SectionKind kind, String title) {
        xml.open("component").open("section");
        templates(kind.templates());
        id();
        coded("code", kind.code());
        xml.text("title", title);
    }

    void closeSection() {
        xml.close().close();
    }

    private static String[] attributes(Code code) {
        return new String[] {
            "code", code.code(),
            "displayName", code.display(),
            "codeSystem", code.system().oid(),
            "codeSystemName", code.system().label()
        };
    }

    private static String[] typed(String type, Code code) {
        return new String[] {
            "xsi:type", type,
            "code", code.code(),
            "displayName", code.display(),
            "codeSystem", code.system().oid(),
            "codeSystemName", code.system().label()
        };
    }
}
