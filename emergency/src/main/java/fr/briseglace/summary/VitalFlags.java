package fr.briseglace.summary;

import fr.briseglace.summary.ItemStatus.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The strip read first. Every flag rests on codes, never on free text; a fact that no version of holds raises none, one
 * that some version of holds does, and the entry then points at all versions.
 */
final class VitalFlags {
    private static final Set<SectionKind> MEDICINES = EnumSet.of(SectionKind.TREATMENTS, SectionKind.DISPENSATIONS);
    private static final Set<SectionKind> ILLNESSES =
            EnumSet.of(SectionKind.PROBLEMS, SectionKind.HISTORY, SectionKind.ALERTS, SectionKind.RESULTS);
    private static final Set<SectionKind> IMPLANTED = EnumSet.of(
            SectionKind.IMPLANTS,
            SectionKind.PROCEDURES,
            SectionKind.PROBLEMS,
            SectionKind.HISTORY,
            SectionKind.ALERTS);
    private static final Set<SectionKind> DIALYSED = EnumSet.of(
            SectionKind.PROBLEMS,
            SectionKind.HISTORY,
            SectionKind.PROCEDURES,
            SectionKind.ALERTS,
            SectionKind.TREATMENTS);
    private static final Set<SectionKind> REFUSALS =
            EnumSet.of(SectionKind.DIRECTIVES, SectionKind.ALERTS, SectionKind.PROBLEMS, SectionKind.HISTORY);

    /** Ends the label of a measure that directives refuse. */
    static final String REFUSED = " : non autorisé";

    private static final String DIRECTIVES = "Directives anticipées";

    private final LocalDate today;
    private final List<SummaryItem> all;
    private final Pregnancies pregnancies;
    private final Map<VitalFlag, Map<String, Raised>> strip = new EnumMap<>(VitalFlag.class);

    /** One entry in the making: the words of the first fact that raised it, and all facts it rests on. */
    private record Raised(String label, Set<String> items) {}

    private VitalFlags(List<SummaryItem> all, LocalDate today) {
        this.all = all;
        this.today = today;
        pregnancies = new Pregnancies(all, today);
    }

    static List<VitalEntry> of(List<SummaryItem> items, LocalDate today) {
        VitalFlags flags = new VitalFlags(items, today);
        items.forEach(flags::raise);
        List<VitalEntry> entries = new ArrayList<>();
        flags.strip.forEach((flag, raised) -> raised.values()
                .forEach(one -> entries.add(new VitalEntry(flag, one.label(), List.copyOf(one.items())))));
        return entries;
    }

    private void raise(SummaryItem item) {
        ClinicalItem fact = item.item();
        if (fact.none() || Standings.of(fact, today) != Standing.HOLDS || fact.status() == ItemStatus.PLANNED) {
            return;
        }
        boolean no = fact.value() instanceof Answer answer && !answer.yes();
        if (fact.section() == SectionKind.DIRECTIVES && !fact.codings().isEmpty()) {
            directive(item, no);
        } else if (no) {
            return;
        }
        if (MEDICINES.contains(fact.section()) && Medication.current(item, today)) {
            Medication.flags(fact).forEach(flag -> add(flag, item, Drugs.substance(fact), fact.label()));
        }
        if (fact.section() == SectionKind.ALLERGIES) {
            allergy(item);
        }
        if (ILLNESSES.contains(fact.section())) {
            condition(VitalFlag.HAEMOPHILIA, item);
            condition(VitalFlag.EPILEPSY, item);
            condition(VitalFlag.INSULIN_DEPENDENT_DIABETES, item);
            if (!Answers.sayNone(fact)) {
                condition(VitalFlag.CARRIER_OF_RESISTANT_BACTERIA, item);
            }
        }
        if (DIALYSED.contains(fact.section())) {
            condition(VitalFlag.DIALYSIS, item);
        }
        if (REFUSALS.contains(fact.section())) {
            condition(VitalFlag.TRANSFUSION_REFUSAL, item);
        }
        if (IMPLANTED.contains(fact.section()) && Implants.is(fact)) {
            add(VitalFlag.IMPLANT, item, fact.label());
        }
        if (pregnancies.current(item)) {
            add(VitalFlag.PREGNANCY, item, fact.label());
        }
    }

    private void directive(SummaryItem item, boolean no) {
        ClinicalItem fact = item.item();
        boolean presence = Directives.presence(fact);
        if (!presence || !no) {
            add(VitalFlag.DIRECTIVE_PRESENT, item, DIRECTIVES);
        }
        if (no && !presence) {
            VitalFlag flag =
                    Directives.transfusion(fact) ? VitalFlag.TRANSFUSION_REFUSAL : VitalFlag.RESUSCITATION_REFUSED;
            add(flag, item, fact.label() + REFUSED);
        }
    }

    private void allergy(SummaryItem item) {
        ClinicalItem fact = item.item();
        if (Conditions.raise(VitalFlag.SEVERE_REACTION, fact.traits())
                || Conditions.raise(VitalFlag.SEVERE_REACTION, fact.codings())) {
            add(VitalFlag.SEVERE_REACTION, item, fact.label());
        }
        if (Conditions.raise(VitalFlag.DRUG_ALLERGY, fact.traits())
                || Conditions.raise(VitalFlag.DRUG_ALLERGY, fact.codings())) {
            add(VitalFlag.DRUG_ALLERGY, item, fact.label());
        }
    }

    private void condition(VitalFlag flag, SummaryItem item) {
        if (Conditions.raise(flag, item.item().codings())) {
            add(flag, item, item.item().label());
        }
    }

    private void add(VitalFlag flag, SummaryItem item, String label) {
        add(flag, item, label, label);
    }

    /** What is the same makes one entry, however it is worded. */
    private void add(VitalFlag flag, SummaryItem item, String same, String label) {
        Set<String> ids = strip.computeIfAbsent(flag, key -> new LinkedHashMap<>())
                .computeIfAbsent(same, key -> new Raised(label, new LinkedHashSet<>()))
                .items();
        ids.add(item.id());
        if (item.conflict()) {
            all.stream()
                    .filter(other -> other.fact() == item.fact() && other.conflict())
                    .map(SummaryItem::id)
                    .forEach(ids::add);
        }
    }
}
