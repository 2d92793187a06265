package fr.briseglace.local.population.document;

import static fr.briseglace.local.population.document.Narrative.cell;

import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.CodeSystem;
import java.util.List;

/** What was observed and is true or not: autonomy, and what happened during a stay. */
final class ObservedSections {
    private static final List<Code> STAY = List.of(
            new Code("MED-145", "Transfusion de produits sanguins", CodeSystem.TA_ASIP),
            new Code("MED-147", "Administration de dérivés du sang", CodeSystem.TA_ASIP),
            new Code("MED-309", "Recherche de microorganismes multi-résistants ou émergents", CodeSystem.TA_ASIP));
    /** So many stays in a thousand for each of the above. */
    private static final int RARE = 60;

    private ObservedSections() {}

    /** Autonomy, as a functional status. */
    static void functionalStatus(Page page, Frame frame) {
        write(
                page,
                SectionKind.FUNCTIONAL_STATUS,
                "Statut fonctionnel",
                frame.health().autonomy(),
                1_000);
    }

    /** Autonomy, as a nursing home notes it. */
    static void autonomy(Page page, Frame frame) {
        write(
                page,
                SectionKind.OBSERVED_EVENTS,
                "Autonomie et comportement",
                frame.health().autonomy(),
                1_000);
    }

    /** What happened during a stay. */
    static void stay(Page page, Frame frame) {
        write(page, SectionKind.OBSERVED_EVENTS, "Évènements du séjour", STAY, RARE);
    }

    private static void write(Page page, SectionKind kind, String title, List<Code> codes, int permilleTrue) {
        if (codes.isEmpty()) {
            return;
        }
        Narrative narrative = Narrative.table("Observation", "Constaté");
        List<Boolean> answers =
                codes.stream().map(code -> page.dice().permille(permilleTrue)).toList();
        for (int i = 0; i < codes.size(); i++) {
            narrative.row(cell("observe-" + i, codes.get(i).display()), cell(answers.get(i) ? "Oui" : "Non"));
        }
        page.section(kind, title, narrative, () -> {
            for (int i = 0; i < codes.size(); i++) {
                entry(page, codes.get(i), answers.get(i), i);
            }
        });
    }

    private static void entry(Page page, Code code, boolean answer, int rank) {
        Xml xml = page.xml();
        xml.open("entry").open("observation", "classCode", "OBS", "moodCode", "EVN");
        page.templates("1.3.6.1.4.1.19376.1.5.3.1.4.13", "1.2.250.1.213.1.1.3.48");
        page.id();
        page.coded("code", code);
        page.text("observe-" + rank);
        page.status("completed");
        xml.leaf("effectiveTime", "nullFlavor", "NA");
        xml.leaf("value", "xsi:type", "BL", "value", Boolean.toString(answer));
        xml.close().close();
    }
}
