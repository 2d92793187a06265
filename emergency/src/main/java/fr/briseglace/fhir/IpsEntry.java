package fr.briseglace.fhir;

import fr.briseglace.summary.Answer;
import fr.briseglace.summary.ClinicalDate;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.Measure;
import fr.briseglace.summary.SummaryItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entry of one fact in the bundle: what it has in common with those of every other kind. */
final class IpsEntry {
    private final FhirWriter fhir;
    private final IpsUrns urns;
    private final LocalDate today;

    IpsEntry(FhirWriter fhir, IpsUrns urns, LocalDate today) {
        this.fhir = fhir;
        this.urns = urns;
        this.today = today;
    }

    /** Opens the entry of a fact; what other sources contradict carries a mark. */
    void open(SummaryItem shown, String type) {
        begin(shown.id(), type);
        if (shown.conflict()) {
            fhir.object("meta").array("tag");
            fhir.coding(FhirSystems.MARK, "conflict", "contredit par une autre source");
            fhir.end().end();
        }
    }

    void begin(String id, String type) {
        fhir.object().text("fullUrl", urns.of(id));
        fhir.object("resource").text("resourceType", type).text("id", id);
    }

    void close() {
        fhir.end().end();
    }

    void subject(String name) {
        fhir.reference(name, urns.of(IpsUrns.PATIENT));
    }

    void moment(String name, @Nullable ClinicalDate date) {
        moment(name, date, "DateTime");
    }

    void moment(String name, @Nullable ClinicalDate date, String type) {
        if (date != null) {
            fhir.text(name + type, FhirText.date(date.iso()));
        }
    }

    /** A moment, or a span where there is an end; a member that must be there says that it is not known. */
    void period(String name, ClinicalItem item) {
        if (item.onset() == null && item.end() == null) {
            fhir.absent("_" + name + "DateTime", "unknown");
        } else if (item.end() == null || item.end().equals(item.onset())) {
            moment(name, item.onset());
        } else {
            span(name + "Period", item);
        }
    }

    void span(String name, ClinicalItem item) {
        fhir.object(name);
        moment("", item.onset(), "start");
        boolean backwards = item.onset() != null
                && item.end() != null
                && item.end().last().isBefore(item.onset().first());
        if (!backwards) {
            moment("", item.end(), "end");
        }
        fhir.end();
    }

    boolean over(ClinicalItem item) {
        return item.end() != null && item.end().last().isBefore(today);
    }

    static @Nullable String ending(ClinicalItem item) {
        return item.end() == null ? null : "Fin : " + item.end().iso();
    }

    static @Nullable String beginning(ClinicalItem item) {
        return item.onset() == null ? null : "Date : " + item.onset().iso();
    }

    static @Nullable String valueWords(ClinicalItem item) {
        return switch (item.value()) {
            case null -> null;
            case Answer answer -> answer.yes() ? "oui" : "non";
            case Measure measure ->
                measure.number().toPlainString() + (measure.unit() == null ? "" : " " + measure.unit());
        };
    }

    /** What the fact says beyond its code, and that another source contradicts it. */
    void note(SummaryItem shown, @Nullable String... words) {
        List<String> said = new ArrayList<>();
        for (String one : words) {
            if (one != null) {
                said.add(one);
            }
        }
        if (shown.conflict()) {
            said.add("contredit par une autre source");
        }
        if (!said.isEmpty()) {
            fhir.only("note").text("text", String.join(" ; ", said)).endOnly();
        }
    }

    static String words(String label, @Nullable String... more) {
        StringBuilder all = new StringBuilder(label);
        for (String one : more) {
            if (one != null) {
                all.append(" ; ").append(one);
            }
        }
        return all.toString();
    }
}
