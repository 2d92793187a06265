package fr.briseglace.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** French words and dates of what people read. */
public final class SheetWords {
    /** Whose clock the sheet shows. */
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRANCE);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu 'à' HH:mm", Locale.FRANCE);
    private static final int YEAR = 4;
    private static final int MONTH = 7;

    private SheetWords() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A day and no time. */
    public static String day(Instant instant) {
        return DAY.format(instant.atZone(PARIS));
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(PARIS));
    }

    /** As precise as it was written, to the day. */
    public static String date(ClinicalDate date) {
        return switch (date.iso().length()) {
            case YEAR -> date.iso();
            case MONTH -> date.iso().substring(YEAR + 1) + "/" + date.iso().substring(0, YEAR);
            default -> day(date.first());
        };
    }

    /** The word for a status. */
    public static String status(ItemStatus status) {
        return switch (status) {
            case ACTIVE -> "actif";
            case RECURRENCE -> "récidive";
            case RELAPSE -> "rechute";
            case REMISSION -> "rémission";
            case PRESCRIBED -> "prescrit";
            case DISPENSED -> "délivré";
            case PLANNED -> "prévu";
            case COMPLETED -> "fait";
            case INACTIVE -> "inactif";
            case RESOLVED -> "résolu";
            case SUSPENDED -> "suspendu";
            case STOPPED -> "arrêté";
            case REFUTED -> "écarté";
            case NOT_DONE -> "non fait";
            case ABSENT -> "absent";
            case ENTERED_IN_ERROR -> "saisi par erreur";
        };
    }

    /** The words for a flag of the strip. */
    public static String flag(VitalFlag flag) {
        return switch (flag) {
            case RESUSCITATION_REFUSED -> "Réanimation : mesures refusées";
            case TRANSFUSION_REFUSAL -> "Refus de transfusion";
            case SEVERE_REACTION -> "Réaction grave";
            case DRUG_ALLERGY -> "Allergie médicamenteuse";
            case ANTICOAGULANT -> "Anticoagulant";
            case ANTIPLATELET -> "Antiagrégant";
            case HAEMOPHILIA -> "Hémophilie";
            case INSULIN -> "Insuline";
            case INSULIN_DEPENDENT_DIABETES -> "Diabète insulinodépendant";
            case OPIOID -> "Opioïde";
            case IMMUNOSUPPRESSED -> "Immunosuppresseur";
            case IMPLANT -> "Implant";
            case EPILEPSY -> "Épilepsie";
            case DIALYSIS -> "Dialyse";
            case PREGNANCY -> "Grossesse";
            case CARRIER_OF_RESISTANT_BACTERIA -> "Bactérie résistante";
            case DIRECTIVE_PRESENT -> "Directives anticipées";
        };
    }

    /** A value as printed: decimal comma, units without the brackets of UCUM. */
    public static @Nullable String value(@Nullable ItemValue value) {
        return switch (value) {
            case null -> null;
            case Answer answer -> answer.yes() ? "oui" : "NON";
            case Measure measure -> {
                String number = measure.number().toPlainString().replace('.', ',');
                String unit = measure.unit();
                yield unit == null ? number : number + " " + unit.replaceAll("[\\[\\]{}]", "");
            }
        };
    }

    /** The heading of a section. */
    public static String title(SectionKind kind) {
        return SheetPlace.of(kind).title();
    }

    /** "None" in the gender of a section's heading. */
    public static String none(SectionKind kind) {
        return SheetPlace.of(kind).none();
    }
}
