package fr.briseglace.fhir;

import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.EmergencySummary;
import fr.briseglace.summary.Markup;
import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.SectionState;
import fr.briseglace.summary.SheetWords;
import fr.briseglace.summary.SummaryItem;
import fr.briseglace.summary.VitalEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person reads in each section, in French: everything that the facts say, and what silence does not say. */
final class IpsNarrative {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private IpsNarrative() {}

    /** What stands above all sections. */
    static String notice() {
        return div().element("p", EmergencySummary.NOTICE).close().written();
    }

    /** The strip read first. */
    static String strip(List<VitalEntry> vital) {
        Markup html = div().open("ul");
        for (VitalEntry entry : vital) {
            html.open("li")
                    .element("b", SheetWords.flag(entry.flag()))
                    .text(" : " + entry.label())
                    .close();
        }
        return html.close().close().written();
    }

    /** The facts of a section. */
    static String facts(List<SummaryItem> items) {
        Markup html = div().open("ul");
        for (SummaryItem shown : items) {
            ClinicalItem item = shown.item();
            html.open("li").element("b", item.label());
            List<String> parts = said(shown);
            if (!parts.isEmpty()) {
                html.text(" : " + String.join(" ; ", parts));
            }
            html.text(" [" + String.join(", ", shown.sources()) + "]").close();
        }
        return html.close().close().written();
    }

    /** A section without facts. */
    static String silence(SectionKind kind, SectionState state, List<String> deniedBy) {
        return div().element("p", silenceWords(kind, state, deniedBy)).close().written();
    }

    /** The same words without markup. */
    static String silenceWords(SectionKind kind, SectionState state, List<String> deniedBy) {
        return switch (state) {
            case DECLARED_NONE ->
                "Une source dit expressément : " + SheetWords.none(kind)
                        + (deniedBy.isEmpty() ? "" : " [" + String.join(", ", deniedBy) + "]");
            case UNAVAILABLE -> "Indisponible pour l'instant (ne veut pas dire : " + SheetWords.none(kind) + ")";
            case NOT_RECORDED, RECORDED -> "Non renseigné (ne veut pas dire : " + SheetWords.none(kind) + ")";
        };
    }

    /** What a person of the record's surroundings is, as a narrative of their own. */
    static String words(String label, @Nullable String detail) {
        Markup html = div().element("b", label);
        return (detail == null ? html : html.text(" : " + detail)).close().written();
    }

    private static List<String> said(SummaryItem shown) {
        ClinicalItem item = shown.item();
        List<String> parts = new ArrayList<>();
        if (item.none()) {
            parts.add("aucun, dit une source");
        }
        if (item.status() != null) {
            parts.add(SheetWords.status(item.status()));
        }
        String value = SheetWords.value(item.value());
        if (value != null) {
            parts.add(value);
        }
        if (item.severity() != null) {
            parts.add("gravité : " + item.severity());
        }
        if (item.onset() != null) {
            parts.add("depuis ou le " + SheetWords.date(item.onset()));
        }
        if (item.end() != null) {
            parts.add("jusqu'au " + SheetWords.date(item.end()));
        }
        if (item.detail() != null) {
            parts.add(item.detail());
        }
        if (shown.conflict()) {
            parts.add("contredit par une autre source");
        }
        return parts;
    }

    private static Markup div() {
        return new Markup().open("div", "xmlns", XHTML, "lang", "fr", "xml:lang", "fr");
    }
}
