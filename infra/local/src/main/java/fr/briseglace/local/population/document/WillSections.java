package fr.briseglace.local.population.document;

import static fr.briseglace.local.population.document.Narrative.cell;

import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.Health.Directive;
import java.time.LocalDate;
import java.util.List;

/** What somebody wants or awaits: advance directives, and a birth. */
final class WillSections {
    private static final Code STATUS = Code.loinc("11449-6", "Statut de grossesse");
    private static final Code PREGNANT = Code.snomed("77386006", "enceinte");
    private static final Code DUE = Code.loinc("11778-8", "Date estimée de l'accouchement");

    private WillSections() {}

    static void directives(Page page, Frame frame) {
        List<Directive> directives = frame.health().directives();
        if (directives.isEmpty()) {
            return;
        }
        Narrative narrative = Narrative.table("Directive", "Volonté", "Date");
        for (int i = 0; i < directives.size(); i++) {
            Directive one = directives.get(i);
            narrative.row(
                    cell("directive-" + i, one.code().display()),
                    cell(one.allowed() ? "Autorisé" : "Non autorisé"),
                    cell(Times.french(one.date())));
        }
        page.section(SectionKind.DIRECTIVES, "Directives anticipées", narrative, () -> {
            for (int i = 0; i < directives.size(); i++) {
                directive(page, directives.get(i), i);
            }
        });
    }

    static void pregnancy(Page page, Frame frame) {
        LocalDate due = frame.health().due();
        if (due == null) {
            return;
        }
        Narrative narrative = Narrative.table("Élément", "Valeur")
                .row(cell("grossesse-statut", "Statut de grossesse"), cell("grossesse-valeur", "Enceinte"))
                .row(cell("grossesse-terme", "Terme prévu"), cell(Times.french(due)));
        page.section(SectionKind.PREGNANCIES, "Grossesse", narrative, () -> {
            observation(page, STATUS, "grossesse-statut");
            page.value(PREGNANT, "grossesse-valeur");
            page.xml().close().close();
            observation(page, DUE, "grossesse-terme");
            page.xml().leaf("value", "xsi:type", "TS", "value", Times.hl7(due));
            page.xml().close().close();
        });
    }

    private static void directive(Page page, Directive directive, int rank) {
        Xml xml = page.xml();
        xml.open("entry").open("observation", "classCode", "OBS", "moodCode", "EVN");
        page.templates(
                "2.16.840.1.113883.10.20.1.17",
                "1.3.6.1.4.1.19376.1.5.3.1.4.13",
                "1.3.6.1.4.1.19376.1.5.3.1.4.13.7",
                "1.2.250.1.213.1.1.3.54");
        page.id();
        page.coded("code", directive.code());
        page.text("directive-" + rank);
        page.status("completed");
        page.since(directive.date(), null);
        xml.leaf("value", "xsi:type", "BL", "value", Boolean.toString(directive.allowed()));
        xml.close().close();
    }

    private static void observation(Page page, Code code, String reference) {
        page.xml().open("entry").open("observation", "classCode", "OBS", "moodCode", "EVN");
        page.templates("1.3.6.1.4.1.19376.1.5.3.1.4.13", "1.3.6.1.4.1.19376.1.5.3.1.4.13.5", "1.2.250.1.213.1.1.3.53");
        page.id();
        page.coded("code", code);
        page.text(reference);
        page.status("completed");
        page.xml().leaf("effectiveTime", "nullFlavor", "NA");
    }
}
