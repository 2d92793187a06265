package fr.briseglace.local.population.document;

import static fr.briseglace.local.population.document.Narrative.cell;

import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.Health.Measure;
import java.util.List;

/** What was measured: vital signs, habits, analyses. */
final class MeasureSections {
    private static final Code VITAL_SIGNS = Code.loinc("85353-1", "Signes vitaux");
    private static final Code PANEL = Code.loinc("26436-6", "Biologie polyvalente");
    private static final String OBSERVATION = "1.3.6.1.4.1.19376.1.5.3.1.4.13";

    private MeasureSections() {}

    static void vitalSigns(Page page, Frame frame) {
        List<Measure> vitals = frame.health().vitals();
        page.section(SectionKind.VITAL_SIGNS, "Constantes", narrative("constante", vitals), () -> {
            page.xml().open("entry").open("organizer", "classCode", "CLUSTER", "moodCode", "EVN");
            page.templates(
                    "2.16.840.1.113883.10.20.1.32",
                    "2.16.840.1.113883.10.20.1.35",
                    "1.3.6.1.4.1.19376.1.5.3.1.4.13.1",
                    "1.2.250.1.213.1.1.3.49");
            organised(
                    page,
                    VITAL_SIGNS,
                    vitals,
                    "constante",
                    List.of(
                            "2.16.840.1.113883.10.20.1.31",
                            OBSERVATION,
                            "1.3.6.1.4.1.19376.1.5.3.1.4.13.2",
                            "1.2.250.1.213.1.1.3.50"));
        });
    }

    static void lifestyle(Page page, Frame frame) {
        List<Measure> habits = frame.health().habits();
        if (habits.isEmpty()) {
            return;
        }
        page.section(SectionKind.LIFESTYLE, "Mode de vie", narrative("habitude", habits), () -> {
            for (int i = 0; i < habits.size(); i++) {
                page.xml().open("entry");
                observation(
                        page,
                        habits.get(i),
                        "habitude-" + i,
                        List.of(
                                "2.16.840.1.113883.10.20.1.33",
                                OBSERVATION,
                                "1.3.6.1.4.1.19376.1.5.3.1.4.13.4",
                                "1.2.250.1.213.1.1.3.52"));
                page.xml().close();
            }
        });
    }

    static void results(Page page, Frame frame) {
        List<Measure> results = frame.health().results();
        page.section(SectionKind.RESULTS, "Derniers résultats", narrative("resultat", results), () -> {
            page.xml().open("entry").open("organizer", "classCode", "CLUSTER", "moodCode", "EVN");
            page.templates("1.2.250.1.213.1.1.3.208");
            organised(
                    page,
                    PANEL,
                    results,
                    "resultat",
                    List.of(OBSERVATION, "1.2.250.1.213.1.1.3.48", "1.2.250.1.213.1.1.3.209"));
        });
    }

    /** The body of a laboratory report: the chapter, and in it the analyses. */
    static void report(Page page, Frame frame) {
        List<Measure> results = frame.health().results();
        Xml xml = page.xml();
        page.openSection(SectionKind.BIOCHEMISTRY, "Biologie médicale");
        page.section(SectionKind.BIOCHEMISTRY_RESULTS, "Analyses", narrative("analyse", results), () -> {
            xml.open("entry", "typeCode", "DRIV");
            page.templates("1.3.6.1.4.1.19376.1.3.1", "1.2.250.1.213.1.1.3.21");
            xml.open("act", "classCode", "ACT", "moodCode", "EVN");
            page.coded("code", SectionKind.BIOCHEMISTRY.code());
            page.status("completed");
            for (int i = 0; i < results.size(); i++) {
                xml.open("entryRelationship", "typeCode", "COMP");
                observation(
                        page,
                        results.get(i),
                        "analyse-" + i,
                        List.of("1.3.6.1.4.1.19376.1.3.1.6", "1.2.250.1.213.1.1.3.80"));
                xml.close();
            }
            xml.close().close();
        });
        page.closeSection();
    }

    private static Narrative narrative(String prefix, List<Measure> measures) {
        Narrative narrative = Narrative.table("Date", "Mesure", "Valeur", "Valeurs de référence");
        for (int i = 0; i < measures.size(); i++) {
            Measure one = measures.get(i);
            narrative.row(
                    cell(Times.french(one.date())),
                    cell(prefix + "-" + i, one.code().display()),
                    cell(one.value() + " " + one.unit()),
                    cell(one.low() == null ? "" : one.low() + " - " + one.high()));
        }
        return narrative;
    }

    /** What an organizer holds; it and its entry are closed after. */
    private static void organised(Page page, Code code, List<Measure> measures, String prefix, List<String> templates) {
        page.id();
        page.coded("code", code);
        page.status("completed");
        page.on(measures.getFirst().date());
        for (int i = 0; i < measures.size(); i++) {
            page.xml().open("component", "typeCode", "COMP");
            observation(page, measures.get(i), prefix + "-" + i, templates);
            page.xml().close();
        }
        page.xml().close().close();
    }

    private static void observation(Page page, Measure measure, String reference, List<String> templates) {
        Xml xml = page.xml();
        xml.open("observation", "classCode", "OBS", "moodCode", "EVN");
        page.templates(templates);
        page.id();
        page.coded("code", measure.code());
        page.text(reference);
        page.status("completed");
        page.on(measure.date());
        xml.leaf("value", "xsi:type", "PQ", "value", measure.value(), "unit", measure.unit());
        if (measure.low() != null && measure.high() != null) {
            xml.open("referenceRange", "typeCode", "REFV").open("observationRange");
            xml.open("value", "xsi:type", "IVL_PQ");
            xml.leaf("low", "value", measure.low(), "unit", measure.unit());
            xml.leaf("high", "value", measure.high(), "unit", measure.unit());
            xml.close().close().close();
        }
        xml.close();
    }
}
