package fr.briseglace.summary;

import java.util.List;
import java.util.Set;

/** Recognises pacemakers, defibrillators, heart valves and stents, and the acts that put them in. */
final class Implants {
    /** Terminologies whose wordings are theirs and not the writer's. */
    private static final Set<String> WORDED = Set.of(
            Terminology.EMDN,
            Terminology.CLADIMED,
            Terminology.LPP,
            Terminology.CCAM,
            Terminology.INSURANCE_CCAM,
            Terminology.SNOMED_CT,
            Terminology.CIM_10,
            Terminology.CIM_11);

    private static final List<String> TERMS = List.of(
            " stimulateur cardiaque",
            " stimulateurs cardiaques",
            " pacemaker",
            " defibrillateur",
            " resynchronisation cardiaque",
            " valve cardiaque",
            " valve aortique",
            " valve mitrale",
            " prothese valvulaire",
            " bioprothese valvulaire",
            " stent",
            " endoprothese");
    private static final List<String> REMOVALS = List.of(" ablation", " explantation", " retrait");

    private Implants() {}

    static boolean is(ClinicalItem item) {
        return Conditions.raise(VitalFlag.IMPLANT, item.codings())
                || item.codings().stream().anyMatch(Implants::worded);
    }

    private static boolean worded(Coding coding) {
        if (coding.display() == null || !WORDED.contains(coding.system())) {
            return false;
        }
        String words = " " + Words.fold(coding.display());
        return TERMS.stream().anyMatch(words::contains) && REMOVALS.stream().noneMatch(words::contains);
    }
}
