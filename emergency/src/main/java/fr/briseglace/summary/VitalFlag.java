package fr.briseglace.summary;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a regulator must see first, in the order of the strip. */
public enum VitalFlag {
    /** Resuscitation, or another measure that keeps alive, refused in advance directives. */
    RESUSCITATION_REFUSED("resuscitation-refused"),
    /** Transfusion refused. */
    TRANSFUSION_REFUSAL("transfusion-refusal"),
    /** Anaphylaxis or another reaction of high severity. */
    SEVERE_REACTION("severe-reaction"),
    /** Allergy to a medicine. */
    DRUG_ALLERGY("drug-allergy"),
    /** Anticoagulant: ATC B01A but B01AC. */
    ANTICOAGULANT("anticoagulant"),
    /** Antiplatelet: ATC B01AC. */
    ANTIPLATELET("antiplatelet"),
    /** Haemophilia. */
    HAEMOPHILIA("haemophilia"),
    /** Insulin: ATC A10A. */
    INSULIN("insulin"),
    /** Insulin-dependent diabetes. */
    INSULIN_DEPENDENT_DIABETES("insulin-dependent-diabetes"),
    /** Opioid: ATC N02A, N07BC. */
    OPIOID("opioid"),
    /** Immunosuppressant: ATC L04A. */
    IMMUNOSUPPRESSED("immunosuppressed"),
    /** Pacemaker, defibrillator, heart valve, stent. */
    IMPLANT("implant"),
    /** Epilepsy. */
    EPILEPSY("epilepsy"),
    /** Dialysis. */
    DIALYSIS("dialysis"),
    /** Pregnant, the due date not passed. */
    PREGNANCY("pregnancy"),
    /** Carrier of resistant bacteria. */
    CARRIER_OF_RESISTANT_BACTERIA("carrier-of-resistant-bacteria"),
    /** There are advance directives. */
    DIRECTIVE_PRESENT("directive-present");

    private static final Map<String, VitalFlag> BY_SLUG =
            Arrays.stream(values()).collect(Collectors.toMap(VitalFlag::slug, Function.identity()));

    private final String slug;

    VitalFlag(String slug) {
        this.slug = slug;
    }

    /** The name in the public answer. */
    public String slug() {
        return slug;
    }

    static @Nullable VitalFlag ofSlug(String slug) {
        return BY_SLUG.get(slug);
    }
}
