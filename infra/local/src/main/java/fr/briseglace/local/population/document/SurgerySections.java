package fr.briseglace.local.population.document;

import static fr.briseglace.local.population.document.Narrative.cell;

import fr.briseglace.local.population.health.Health.Act;
import fr.briseglace.local.population.health.Health.Implant;
import java.util.List;

/** Operations, and the devices they left in the body. */
final class SurgerySections {
    private SurgerySections() {}

    static void acts(Page page, Frame frame) {
        List<Act> acts = frame.health().acts();
        if (acts.isEmpty()) {
            return;
        }
        Narrative narrative = Narrative.table("Date", "Acte", "Motif");
        for (int i = 0; i < acts.size(); i++) {
            narrative.row(
                    cell(Times.french(acts.get(i).date())),
                    cell("acte-" + i, acts.get(i).code().display()),
                    cell("acte-motif-" + i, acts.get(i).reason().display()));
        }
        page.section(SectionKind.PROCEDURES, "Antécédents chirurgicaux", narrative, () -> {
            for (int i = 0; i < acts.size(); i++) {
                act(page, acts.get(i), i);
            }
        });
    }

    static void devices(Page page, Frame frame) {
        List<Implant> implants = frame.health().implants();
        if (implants.isEmpty()) {
            return;
        }
        Narrative narrative = Narrative.table("Depuis", "Dispositif");
        for (int i = 0; i < implants.size(); i++) {
            narrative.row(
                    cell(Times.french(implants.get(i).since())),
                    cell("dm-" + i, implants.get(i).code().display()));
        }
        page.section(SectionKind.DEVICES, "Dispositifs médicaux implantés", narrative, () -> {
            for (int i = 0; i < implants.size(); i++) {
                device(page, implants.get(i), i);
            }
        });
    }

    private static void act(Page page, Act act, int rank) {
        Xml xml = page.xml();
        xml.open("entry").open("procedure", "classCode", "PROC", "moodCode", "EVN");
        page.templates("1.3.6.1.4.1.19376.1.5.3.1.4.19", "2.16.840.1.113883.10.20.1.29", "1.2.250.1.213.1.1.3.62");
        page.id();
        page.coded("code", act.code());
        page.text("acte-" + rank);
        page.status("completed");
        page.on(act.date());
        xml.open("entryRelationship", "typeCode", "RSON").open("act", "classCode", "ACT", "moodCode", "EVN");
        page.templates("1.3.6.1.4.1.19376.1.5.3.1.4.4.1", "1.2.250.1.213.1.1.3.36");
        page.id();
        page.coded("code", act.reason(), "acte-motif-" + rank);
        xml.close().close().close().close();
    }

    private static void device(Page page, Implant implant, int rank) {
        Xml xml = page.xml();
        xml.open("entry").open("supply", "classCode", "SPLY", "moodCode", "EVN");
        page.templates("2.16.840.1.113883.10.20.1.34", "1.2.250.1.213.1.1.3.20");
        page.id();
        page.text("dm-" + rank);
        page.since(implant.since(), null);
        xml.open("participant", "typeCode", "DEV").open("participantRole", "classCode", "MANU");
        xml.open("playingDevice", "classCode", "DEV", "determinerCode", "INSTANCE");
        page.coded("code", implant.code(), "dm-" + rank);
        xml.close().close().close().close().close();
    }
}
