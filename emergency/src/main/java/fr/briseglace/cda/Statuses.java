package fr.briseglace.cda;

import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.SectionKind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads whether a fact still holds. */
final class Statuses {
    private static final Map<String, ItemStatus> BY_CODE = Map.ofEntries(
            Map.entry("active", ItemStatus.ACTIVE),
            Map.entry("inactive", ItemStatus.INACTIVE),
            Map.entry("resolved", ItemStatus.RESOLVED),
            Map.entry("recurrence", ItemStatus.RECURRENCE),
            Map.entry("relapse", ItemStatus.RELAPSE),
            Map.entry("remission", ItemStatus.REMISSION),
            Map.entry("refuted", ItemStatus.REFUTED),
            Map.entry("entered-in-error", ItemStatus.ENTERED_IN_ERROR),
            Map.entry("55561003", ItemStatus.ACTIVE),
            Map.entry("73425007", ItemStatus.INACTIVE),
            Map.entry("413322009", ItemStatus.RESOLVED),
            Map.entry("90734009", ItemStatus.ACTIVE), // chronic
            Map.entry("7087005", ItemStatus.ACTIVE), // intermittent
            Map.entry("255227004", ItemStatus.RECURRENCE),
            Map.entry("410516002", ItemStatus.REFUTED), // known absent
            Map.entry("410594000", ItemStatus.REFUTED)); // definitely not present

    private static final Set<ItemStatus> DENIALS =
            EnumSet.of(ItemStatus.REFUTED, ItemStatus.ENTERED_IN_ERROR, ItemStatus.ABSENT, ItemStatus.NOT_DONE);

    /** What a cell that says nothing else says of its row. */
    private static final Map<Pattern, ItemStatus> WRITTEN = Map.of(
            Pattern.compile("absente?s?"), ItemStatus.ABSENT,
            Pattern.compile("(refute|infirme|elimine|ecarte)e?s?"), ItemStatus.REFUTED,
            Pattern.compile("inacti(f|ve)s?"), ItemStatus.INACTIVE,
            Pattern.compile("(resolu|gueri)e?s?"), ItemStatus.RESOLVED,
            Pattern.compile("(arrete|stoppe|interrompu|termine)e?s?"), ItemStatus.STOPPED,
            Pattern.compile("suspendue?s?"), ItemStatus.SUSPENDED);

    private static final Pattern PRESENCE =
            Pattern.compile("(presen|acti[fv]|en cours|atteinte|retrouve|connue?|avere).*");

    private static final Set<String> INTENDED = Set.of("INT", "RQO", "PRP", "PRMS", "GOL", "ARQ", "APT");
    private static final Set<String> PRESCRIPTIONS = Set.of("57828-6", "57832-8");
    private static final String STOPPED_IN_HOSPITAL = "18610-6";

    private Statuses() {}

    /** The status a coded status observation states, null where it is not one of those known. */
    static @Nullable ItemStatus coded(@Nullable XmlElement value) {
        String code = value == null ? null : value.attribute("code");
        return code == null ? null : BY_CODE.get(code);
    }

    /** Whether a fact of that status does not and did not hold; no other status said of it outweighs this. */
    static boolean denies(@Nullable ItemStatus status) {
        return status != null && DENIALS.contains(status);
    }

    /** What a statement says of itself by being withdrawn or negated, null where it is neither. */
    static @Nullable ItemStatus denial(XmlElement statement) {
        if (statement.withdrawn()) {
            return ItemStatus.ENTERED_IN_ERROR;
        }
        if (!statement.negated()) {
            return null;
        }
        boolean observed =
                statement.name().equals("observation") || statement.name().equals("act");
        return observed ? ItemStatus.ABSENT : ItemStatus.NOT_DONE;
    }

    /** The status that a cell of a row states by itself, null where it states none; both folded. */
    static @Nullable ItemStatus written(String heading, String cell) {
        if (cell.equals("non") && PRESENCE.matcher(heading).matches()) {
            return ItemStatus.ABSENT;
        }
        return WRITTEN.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(cell).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** What the status of an act that only carries a concern adds, null for "completed", which closes the writing. */
    static @Nullable ItemStatus concern(XmlElement act) {
        return switch (status(act)) {
            case "active" -> ItemStatus.ACTIVE;
            case "suspended" -> ItemStatus.SUSPENDED;
            case "aborted" -> ItemStatus.INACTIVE;
            default -> null;
        };
    }

    /** The status of a statement that has no status observation, from its mood, its own status and its section. */
    static @Nullable ItemStatus plain(XmlElement statement, Draft draft, String sectionCode) {
        switch (status(statement)) {
            case "aborted", "cancelled" -> {
                return ItemStatus.STOPPED;
            }
            case "suspended", "held" -> {
                return ItemStatus.SUSPENDED;
            }
            default -> {}
        }
        boolean intended = INTENDED.contains(String.valueOf(statement.attribute("moodCode")));
        return ofSection(draft.section, sectionCode, intended, draft.end != null);
    }

    /** The status facts of a section have where nothing else says. */
    static @Nullable ItemStatus ofSection(SectionKind section, String sectionCode, boolean intended, boolean ends) {
        if (sectionCode.equals(STOPPED_IN_HOSPITAL)) {
            return ItemStatus.INACTIVE;
        }
        return switch (section) {
            case TREATMENTS -> {
                if (PRESCRIPTIONS.contains(sectionCode)) {
                    yield ItemStatus.PRESCRIBED;
                }
                yield ends ? null : ItemStatus.ACTIVE;
            }
            case DISPENSATIONS -> ItemStatus.DISPENSED;
            case IMPLANTS -> intended ? ItemStatus.PRESCRIBED : null;
            case CARE_PLAN, PROCEDURES, HOSPITALISATIONS, VACCINATIONS, RESULTS, VITAL_SIGNS ->
                intended ? ItemStatus.PLANNED : null;
            case ALLERGIES,
                    PROBLEMS,
                    HISTORY,
                    DIRECTIVES,
                    ALERTS,
                    PREGNANCY,
                    BLOOD_GROUP,
                    FUNCTIONAL_STATUS,
                    LIFESTYLE,
                    FAMILY_HISTORY,
                    OCCUPATIONAL,
                    CONTACTS,
                    ORGAN_DONATION -> null;
        };
    }

    private static String status(XmlElement statement) {
        XmlElement status = statement.child("statusCode");
        return status == null ? "" : String.valueOf(status.attribute("code"));
    }
}
