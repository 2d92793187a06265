package fr.briseglace.local.population.document;

import static fr.briseglace.local.population.document.Narrative.cell;

import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.Health.Problem;
import fr.briseglace.local.population.health.Health.Relative;
import java.util.List;

/** Diseases: those that last, those that are over, those of relatives. */
final class ProblemSections {
    private static final Code DIAGNOSIS = Code.snomed("282291009", "interprétation diagnostique");
    /** So many histories in a thousand are told in words alone. */
    private static final int WORDS_ALONE = 120;

    private ProblemSections() {}

    static void active(Page page, Frame frame) {
        write(
                page,
                SectionKind.PROBLEMS,
                "Pathologies en cours",
                "pb",
                frame.health().problems(true));
    }

    static void history(Page page, Frame frame) {
        List<Problem> past = frame.health().problems(false);
        if (!past.isEmpty() && page.dice().permille(WORDS_ALONE)) {
            page.section(SectionKind.HISTORY, "Antécédents médicaux", narrative("atcd", past), () -> {});
        } else {
            write(page, SectionKind.HISTORY, "Antécédents médicaux", "atcd", past);
        }
    }

    static void family(Page page, Frame frame) {
        List<Relative> family = frame.health().family();
        if (family.isEmpty()) {
            return;
        }
        Narrative narrative = Narrative.table("Parent", "Pathologie");
        for (int i = 0; i < family.size(); i++) {
            narrative.row(
                    cell("fam-sujet-" + i, family.get(i).relation().display()),
                    cell("fam-pb-" + i, family.get(i).problem().display()));
        }
        page.section(SectionKind.FAMILY_HISTORY, "Antécédents familiaux", narrative, () -> {
            for (int i = 0; i < family.size(); i++) {
                relative(page, family.get(i), i);
            }
        });
    }

    private static void write(Page page, SectionKind kind, String title, String prefix, List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        page.section(kind, title, narrative(prefix, problems), () -> {
            for (int i = 0; i < problems.size(); i++) {
                entry(page, problems.get(i), prefix + "-" + i);
            }
        });
    }

    private static Narrative narrative(String prefix, List<Problem> problems) {
        Narrative narrative = Narrative.table("Depuis", "Pathologie", "Code CIM-10");
        for (int i = 0; i < problems.size(); i++) {
            Problem one = problems.get(i);
            narrative.row(
                    cell(Times.french(one.since())),
                    cell(prefix + "-" + i, one.code().display()),
                    cell(one.code().code()));
        }
        return narrative;
    }

    private static void entry(Page page, Problem problem, String reference) {
        Xml xml = page.xml();
        String status = problem.active() ? "active" : "completed";
        xml.open("entry").open("act", "classCode", "ACT", "moodCode", "EVN");
        page.templates(
                "2.16.840.1.113883.10.20.1.27",
                "1.3.6.1.4.1.19376.1.5.3.1.4.5.1",
                "1.3.6.1.4.1.19376.1.5.3.1.4.5.2",
                "1.2.250.1.213.1.1.3.39");
        page.id();
        xml.leaf("code", "nullFlavor", "NA");
        page.status(status);
        page.since(problem.since(), problem.active() ? null : problem.since().plusDays(30));
        xml.open("entryRelationship", "typeCode", "SUBJ", "inversionInd", "false");
        xml.open("observation", "classCode", "OBS", "moodCode", "EVN", "negationInd", "false");
        page.templates("2.16.840.1.113883.10.20.1.28", "1.3.6.1.4.1.19376.1.5.3.1.4.5", "1.2.250.1.213.1.1.3.37");
        page.id();
        page.coded("code", DIAGNOSIS);
        page.text(reference);
        page.status("completed");
        page.since(problem.since(), null);
        page.value(problem.code(), reference);
        xml.close().close().close().close();
    }

    private static void relative(Page page, Relative relative, int rank) {
        Xml xml = page.xml();
        xml.open("entry").open("organizer", "classCode", "CLUSTER", "moodCode", "EVN");
        page.templates("2.16.840.1.113883.10.20.1.23", "1.3.6.1.4.1.19376.1.5.3.1.4.15", "1.2.250.1.213.1.1.3.59");
        page.status("completed");
        xml.open("subject", "typeCode", "SBJ");
        page.templates("1.3.6.1.4.1.19376.1.5.3.1.4.15.2", "1.2.250.1.213.1.1.3.60");
        xml.open("relatedSubject", "classCode", "PRS");
        page.coded("code", relative.relation(), "fam-sujet-" + rank);
        xml.close().close();
        xml.open("component", "typeCode", "COMP").open("observation", "classCode", "OBS", "moodCode", "EVN");
        page.templates("2.16.840.1.113883.10.20.1.22", "1.3.6.1.4.1.19376.1.5.3.1.4.13.3", "1.2.250.1.213.1.1.3.51");
        page.id();
        page.coded("code", DIAGNOSIS);
        page.text("fam-pb-" + rank);
        page.status("completed");
        xml.leaf("effectiveTime", "nullFlavor", "UNK");
        page.value(relative.problem(), "fam-pb-" + rank);
        xml.close().close().close().close();
    }
}
