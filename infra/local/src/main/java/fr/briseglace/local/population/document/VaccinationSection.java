package fr.briseglace.local.population.document;

import static fr.briseglace.local.population.document.Narrative.cell;

import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.CodeSystem;
import fr.briseglace.local.population.health.Health.Dose;
import java.util.Comparator;
import java.util.List;

/** Vaccinations, the latest first. */
final class VaccinationSection {
    private static final Code FIRST = new Code("INITIMMUNIZ", "Primovaccination", CodeSystem.ACT_CODE);
    private static final Code BOOSTER = new Code("BOOSTER", "Rappel", CodeSystem.ACT_CODE);
    private static final int MOST = 9;
    private static final int LATEST = 2;

    private VaccinationSection() {}

    /** A vaccination record. */
    static void all(Page page, Frame frame) {
        write(page, frame, MOST);
    }

    /** The latest ones alone. */
    static void latest(Page page, Frame frame) {
        write(page, frame, LATEST);
    }

    private static void write(Page page, Frame frame, int most) {
        List<Dose> doses = frame.health().doses().stream()
                .sorted(Comparator.comparing(Dose::date).reversed())
                .limit(most)
                .toList();
        if (doses.isEmpty()) {
            page.section(
                    SectionKind.VACCINATIONS,
                    "Vaccinations",
                    Narrative.paragraph("vaccins", "Carnet non présenté, vaccinations à vérifier."),
                    () -> {});
            return;
        }
        Narrative narrative = Narrative.table("Date", "Vaccin", "Protège de", "Rang", "Lot");
        for (int i = 0; i < doses.size(); i++) {
            Dose one = doses.get(i);
            narrative.row(
                    cell(Times.french(one.date())),
                    cell("vaccin-" + i, one.vaccine().brand()),
                    cell(one.target()),
                    cell(Integer.toString(one.rank())),
                    cell(one.lot()));
        }
        page.section(SectionKind.VACCINATIONS, "Vaccinations", narrative, () -> {
            for (int i = 0; i < doses.size(); i++) {
                entry(page, doses.get(i), i);
            }
        });
    }

    private static void entry(Page page, Dose dose, int rank) {
        Xml xml = page.xml();
        xml.open("entry");
        xml.open("substanceAdministration", "classCode", "SBADM", "moodCode", "EVN", "negationInd", "false");
        page.templates("2.16.840.1.113883.10.20.1.24", "1.3.6.1.4.1.19376.1.5.3.1.4.12", "1.2.250.1.213.1.1.3.45");
        page.id();
        page.coded("code", dose.rank() == 1 ? FIRST : BOOSTER);
        page.text("vaccin-" + rank);
        page.status("completed");
        page.on(dose.date());
        DrugProduct.vaccine(page, dose.vaccine(), "vaccin-" + rank, dose.lot());
        xml.open("entryRelationship", "typeCode", "SUBJ");
        xml.open("observation", "classCode", "OBS", "moodCode", "EVN");
        page.templates("2.16.840.1.113883.10.20.1.46", "1.2.250.1.213.1.1.3.82");
        page.coded("code", Code.loinc("30973-2", "Rang de la vaccination"));
        page.status("completed");
        xml.leaf("value", "xsi:type", "INT", "value", Integer.toString(dose.rank()));
        xml.close().close().close().close();
    }
}
