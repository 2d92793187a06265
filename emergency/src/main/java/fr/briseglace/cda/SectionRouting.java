package fr.briseglace.cda;

import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a section of a document is shown: by its LOINC code, else by the words of its title, else like the section it
 * stands in, else in the care plan, which also holds what documents say about themselves.
 */
final class SectionRouting {
    private static final Map<String, SectionKind> BY_CODE = CodeTable.read("sections.tsv");
    private static final Map<String, SectionKind> BY_QUESTION = CodeTable.read("questions.tsv");
    private static final Map<String, SectionKind> BY_TITLE = titles();
    private static final Set<SectionKind> REIMBURSED =
            Set.of(SectionKind.TREATMENTS, SectionKind.VACCINATIONS, SectionKind.IMPLANTS);

    private static final String RESULTS = "30954-2";
    private static final String CARE_PLAN = "18776-5";
    private static final String MEDICAL_SUMMARY = "SYNTH";
    /** What health insurance paid for: what it did not pay for may have been done all the same. */
    static final String REIMBURSEMENTS = "REMB";

    private SectionRouting() {}

    static SectionKind of(XmlElement section, String documentType, @Nullable SectionKind parent) {
        SectionKind kind = known(section, documentType);
        if (kind == null) {
            kind = parent == null ? SectionKind.CARE_PLAN : parent;
        }
        boolean reimbursed = documentType.equals(REIMBURSEMENTS) && REIMBURSED.contains(kind);
        return reimbursed ? SectionKind.DISPENSATIONS : kind;
    }

    /** Whether its code or its title says where a section is shown. */
    static boolean knows(XmlElement section, String documentType) {
        return known(section, documentType) != null;
    }

    private static @Nullable SectionKind known(XmlElement section, String documentType) {
        XmlElement code = section.child("code");
        XmlElement title = section.child("title");
        String words = title == null ? "" : " " + Words.fold(title.text()) + " ";
        SectionKind kind = byCode(code, words, documentType);
        if (kind == null) {
            kind = byTitle(words);
        }
        if (kind == null && code != null && code.attribute("displayName") != null) {
            kind = byTitle(" " + Words.fold(String.valueOf(code.attribute("displayName"))) + " ");
        }
        return kind;
    }

    /** The section an observation belongs to whatever section of the document has it, else the section given. */
    static SectionKind ofQuestion(@Nullable XmlElement code, SectionKind section) {
        String value = code == null ? null : code.attribute("code");
        // A care plan asks for things; what it asks for is not yet so.
        if (value == null || section == SectionKind.CARE_PLAN || section == SectionKind.FAMILY_HISTORY) {
            return section;
        }
        return BY_QUESTION.getOrDefault(value, section);
    }

    private static @Nullable SectionKind byCode(@Nullable XmlElement code, String title, String documentType) {
        for (var coding : Codes.all(code)) {
            // The medical summary (VSM) files its points to watch under the code of results.
            if (coding.code().equals(RESULTS)
                    && (title.contains(" vigilance ")
                            || (documentType.equals(MEDICAL_SUMMARY) && !title.contains(" resultat")))) {
                return SectionKind.ALERTS;
            }
            if (coding.code().equals(CARE_PLAN) && title.startsWith(" traitement")) {
                return SectionKind.TREATMENTS;
            }
            SectionKind kind = BY_CODE.get(coding.code());
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    private static @Nullable SectionKind byTitle(String words) {
        for (var entry : BY_TITLE.entrySet()) {
            if (words.contains(entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    // Beginnings of words, the more telling first.
    private static Map<String, SectionKind> titles() {
        Map<String, SectionKind> words = new LinkedHashMap<>();
        words.put(" vigilance", SectionKind.ALERTS);
        words.put(" alerte", SectionKind.ALERTS);
        words.put(" don d organe", SectionKind.ORGAN_DONATION);
        words.put(" don de moelle", SectionKind.ORGAN_DONATION);
        words.put(" directives anticipees", SectionKind.DIRECTIVES);
        words.put(" groupe sanguin", SectionKind.BLOOD_GROUP);
        words.put(" allergi", SectionKind.ALLERGIES);
        words.put(" intoleran", SectionKind.ALLERGIES);
        words.put(" effets indesirables", SectionKind.ALLERGIES);
        words.put(" vaccin", SectionKind.VACCINATIONS);
        words.put(" grossesse", SectionKind.PREGNANCY);
        words.put(" accouchement", SectionKind.PREGNANCY);
        words.put(" obstetri", SectionKind.PREGNANCY);
        words.put(" antecedents familiaux", SectionKind.FAMILY_HISTORY);
        words.put(" antecedents chirurgicaux", SectionKind.PROCEDURES);
        words.put(" antecedent", SectionKind.HISTORY);
        words.put(" facteurs de risque", SectionKind.HISTORY);
        words.put(" professionnel", SectionKind.OCCUPATIONAL);
        words.put(" delivr", SectionKind.DISPENSATIONS);
        words.put(" dispens", SectionKind.DISPENSATIONS);
        words.put(" personne de confiance", SectionKind.CONTACTS);
        words.put(" personnes a prevenir", SectionKind.CONTACTS);
        words.put(" suites a donner", SectionKind.CARE_PLAN);
        words.put(" plan ", SectionKind.CARE_PLAN);
        words.put(" traitement", SectionKind.TREATMENTS);
        words.put(" medicament", SectionKind.TREATMENTS);
        words.put(" prescription", SectionKind.TREATMENTS);
        words.put(" dispositif", SectionKind.IMPLANTS);
        words.put(" implant", SectionKind.IMPLANTS);
        words.put(" signes vitaux", SectionKind.VITAL_SIGNS);
        words.put(" constantes", SectionKind.VITAL_SIGNS);
        words.put(" statut fonctionnel", SectionKind.FUNCTIONAL_STATUS);
        words.put(" autonomie", SectionKind.FUNCTIONAL_STATUS);
        words.put(" mode de vie", SectionKind.LIFESTYLE);
        words.put(" habitus", SectionKind.LIFESTYLE);
        words.put(" resultat", SectionKind.RESULTS);
        words.put(" examen", SectionKind.RESULTS);
        words.put(" conclusion", SectionKind.RESULTS);
        words.put(" biologi", SectionKind.RESULTS);
        words.put(" imagerie", SectionKind.RESULTS);
        words.put(" hospitalisation", SectionKind.HOSPITALISATIONS);
        words.put(" sejour", SectionKind.HOSPITALISATIONS);
        words.put(" motif", SectionKind.HOSPITALISATIONS);
        words.put(" intervention", SectionKind.PROCEDURES);
        words.put(" acte", SectionKind.PROCEDURES);
        words.put(" diagnostic", SectionKind.PROBLEMS);
        words.put(" pathologie", SectionKind.PROBLEMS);
        words.put(" probleme", SectionKind.PROBLEMS);
        return words;
    }
}
