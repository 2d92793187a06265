package fr.briseglace.summary;

import java.util.LinkedHashSet;
import java.util.Set;

/** When two facts are the same fact: they share a key. */
final class Identity {
    private Identity() {}

    /** The keys of a fact: one for each code of what it is, one for its substance, one for its wording. */
    static Set<String> keys(ClinicalItem item) {
        Set<String> keys = new LinkedHashSet<>();
        String which = which(item);
        boolean medicine = item.section() == SectionKind.TREATMENTS || item.section() == SectionKind.DISPENSATIONS;
        for (Coding coding : item.codings()) {
            boolean vague = Terminology.saysOther(coding) || (medicine && !Terminology.namesMedicine(coding));
            if (!vague) {
                keys.add(coding.system() + "|" + coding.code() + which);
            }
        }
        if (medicine) {
            Drugs.classes(item).stream()
                    .filter(atc -> atc.length() == Drugs.SUBSTANCE)
                    .forEach(atc -> keys.add(Terminology.ATC + "|" + atc + which));
        }
        keys.add("words|" + Words.fold(item.label()) + which);
        return keys;
    }

    // Events are told apart by day, measures also by value, relatives' illnesses by relative.
    private static String which(ClinicalItem item) {
        StringBuilder which = new StringBuilder(item.none() ? "|none" : "");
        if (item.section().ofEvents()) {
            which.append('@').append(item.onset() == null ? "" : item.onset().first());
        }
        if (item.section() == SectionKind.FAMILY_HISTORY) {
            int relation = item.label().indexOf(" : ");
            which.append('@').append(relation < 0 ? "" : Words.fold(item.label().substring(0, relation)));
        }
        return which.toString();
    }
}
