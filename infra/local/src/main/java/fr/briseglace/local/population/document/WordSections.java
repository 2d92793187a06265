package fr.briseglace.local.population.document;

import java.util.List;

/** Sections that software of the field leaves without entries: words alone. */
final class WordSections {
    private static final List<String> VIGILANCE = List.of(
            "Ponction veineuse difficile au bras droit, préférer le bras gauche.",
            "Vit seul au deuxième étage sans ascenseur ; clé chez le voisin de palier.",
            "Malentendant, lire sur les lèvres ; prothèses auditives à conserver.",
            "Parle peu le français ; une proche traduit par téléphone.",
            "Sensible au froid des extrémités, oxymétrie au lobe de l'oreille.");
    private static final List<String> PLAN = List.of(
            "Contrôle biologique dans trois mois, puis consultation de synthèse.",
            "Consultation de cardiologie demandée, délai annoncé de huit semaines.",
            "Kinésithérapie deux fois par semaine pendant un trimestre.",
            "Poursuite de l'éducation thérapeutique avec l'infirmière du cabinet.");
    private static final List<String> STAYS = List.of(
            "Malaise avec chute au domicile, bilan et surveillance du rythme pendant quarante-huit heures.",
            "Dyspnée d'aggravation progressive ; amélioration sous traitement et reprise de la marche avant la sortie.",
            "Intervention programmée, suites simples, lever le lendemain.",
            "Fièvre et toux depuis cinq jours, évolution favorable, apyrexie à la sortie.");

    private static final List<String> WORK = List.of(
            "Maçon, port de charges et poussières de silice.",
            "Aide-soignante de nuit, horaires décalés.",
            "Conduite d'engins, vibrations du corps entier.",
            "Coiffure, exposition aux persulfates.");
    /** So many in a thousand of those of working age. */
    private static final int AT_RISK = 250;

    private static final int FIRST_WORKING_AGE = 18;
    private static final int LAST_WORKING_AGE = 66;

    private WordSections() {}

    /** Points to watch, under the code and template the VSM has for them. */
    static void vigilance(Page page, Frame frame) {
        words(page, SectionKind.VIGILANCE, "Points de vigilance", "vigilance", VIGILANCE);
    }

    /** Points to watch, under the code of other summaries. */
    static void alerts(Page page, Frame frame) {
        words(page, SectionKind.ALERTS, "Points de vigilance", "alerte", VIGILANCE);
    }

    /** Risks of somebody's work. */
    static void work(Page page, Frame frame) {
        int age = frame.person().age(frame.day());
        if (age >= FIRST_WORKING_AGE && age <= LAST_WORKING_AGE && page.dice().permille(AT_RISK)) {
            words(page, SectionKind.OCCUPATIONAL, "Risques professionnels", "metier", WORK);
        }
    }

    static void carePlan(Page page, Frame frame) {
        words(page, SectionKind.CARE_PLAN, "Suites à donner", "suite", PLAN);
    }

    /** Why somebody came to hospital. */
    static void reasonOfStay(Page page, Frame frame) {
        words(page, SectionKind.REASON, "Motif et déroulement du séjour", "motif", STAYS);
    }

    private static void words(Page page, SectionKind kind, String title, String id, List<String> choice) {
        page.section(kind, title, Narrative.paragraph(id, page.dice().pick(choice)), () -> {});
    }
}
