package fr.briseglace.summary;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sections of a summary, in the order in which they are shown. */
public enum SectionKind {
    /** Allergies, intolerances and adverse reactions. */
    ALLERGIES("allergies"),
    /** Medicines taken or prescribed. */
    TREATMENTS("treatments"),
    /** Active problems. */
    PROBLEMS("problems"),
    /** Past medical history. */
    HISTORY("history"),
    /** Operations and other acts. */
    PROCEDURES("procedures"),
    /** Implants and other devices. */
    IMPLANTS("implants"),
    /** Advance directives. */
    DIRECTIVES("directives"),
    /** What to watch for. */
    ALERTS("alerts"),
    /** Pregnancies. */
    PREGNANCY("pregnancy"),
    /** Blood group. */
    BLOOD_GROUP("bloodGroup"),
    /** Vaccinations. */
    VACCINATIONS("vaccinations"),
    /** Results of laboratory, imaging and other examinations. */
    RESULTS("results"),
    /** Vital signs. */
    VITAL_SIGNS("vitalSigns"),
    /** Functional status, handicaps, behaviour. */
    FUNCTIONAL_STATUS("functionalStatus"),
    /** Tobacco, alcohol, drugs, way of life. */
    LIFESTYLE("lifestyle"),
    /** Family history. */
    FAMILY_HISTORY("familyHistory"),
    /** Occupational risks. */
    OCCUPATIONAL("occupational"),
    /** Stays in hospital and encounters. */
    HOSPITALISATIONS("hospitalisations"),
    /** Medicines and devices handed out. */
    DISPENSATIONS("dispensations"),
    /** What is planned, and what a document says about itself. */
    CARE_PLAN("carePlan"),
    /** Trusted person, family, those to call. */
    CONTACTS("contacts"),
    /** Will about organ donation. */
    ORGAN_DONATION("organDonation");

    private static final Map<String, SectionKind> BY_JSON_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(SectionKind::jsonName, Function.identity()));

    private final String jsonName;

    SectionKind(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The name in the public answer and in the store. */
    public String jsonName() {
        return jsonName;
    }

    /** The section of that name, null where there is none. */
    public static @Nullable SectionKind ofJsonName(String name) {
        return BY_JSON_NAME.get(name);
    }

    /** Whether its facts are events, each of its own day, and not states that sources agree or disagree about. */
    boolean ofEvents() {
        return switch (this) {
            case PROCEDURES, VACCINATIONS, RESULTS, VITAL_SIGNS, HOSPITALISATIONS, DISPENSATIONS, CARE_PLAN -> true;
            case ALLERGIES,
                    TREATMENTS,
                    PROBLEMS,
                    HISTORY,
                    IMPLANTS,
                    DIRECTIVES,
                    ALERTS,
                    PREGNANCY,
                    BLOOD_GROUP,
                    FUNCTIONAL_STATUS,
                    LIFESTYLE,
                    FAMILY_HISTORY,
                    OCCUPATIONAL,
                    CONTACTS,
                    ORGAN_DONATION -> false;
        };
    }
}
