package fr.briseglace.law;

import org.jspecify.annotations.Nullable;

/** Why the glass is broken, as a code that can be counted, and what it is called. */
public enum BreakGlassReason {
    /** Cannot be woken. */
    UNCONSCIOUS("unconscious", "inconscience", "unconscious"),
    /** The heart stands still. */
    CARDIAC_ARREST("cardiac-arrest", "arrêt cardiaque", "cardiac arrest"),
    /** Cannot breathe enough. */
    RESPIRATORY_DISTRESS("respiratory-distress", "détresse respiratoire", "respiratory distress"),
    /** Circulation fails. */
    SHOCK("shock", "état de choc", "shock"),
    /** A vessel of the brain. */
    STROKE("stroke", "accident vasculaire cérébral", "stroke"),
    /** Injured. */
    TRAUMA("trauma", "traumatisme", "trauma"),
    /** Poisoned, by whatever means. */
    INTOXICATION("intoxication", "intoxication", "intoxication"),
    /** Pregnancy or birth. */
    OBSTETRIC("obstetric", "urgence obstétricale", "obstetric emergency"),
    /** A child who cannot say. */
    PAEDIATRIC("paediatric", "urgence pédiatrique", "paediatric emergency"),
    /** Out of their mind, for the moment or not. */
    PSYCHIATRIC("psychiatric", "urgence psychiatrique", "psychiatric emergency"),
    /** Awake, and makes no sense. */
    CONFUSION("confusion", "confusion", "confusion"),
    /** Nobody understands them, and waiting is a risk. */
    LANGUAGE_BARRIER_WITH_RISK(
            "language-barrier-with-risk", "barrière de langue avec risque", "language barrier with risk"),
    /** Anything else that threatens life; the text says what. */
    OTHER_LIFE_THREAT("other-life-threat", "autre menace vitale", "other threat to life");

    private final String code;
    private final String french;
    private final String english;

    BreakGlassReason(String code, String french, String english) {
        this.code = code;
        this.french = french;
        this.english = english;
    }

    /** The code as stated and stored. */
    public String code() {
        return code;
    }

    /** Its name in French. */
    public String french() {
        return french;
    }

    /** Its name in English. */
    public String english() {
        return english;
    }

    /** The reason of a code; null where it is none, such as a health motive of a regulation. */
    public static @Nullable BreakGlassReason of(String code) {
        for (BreakGlassReason reason : values()) {
            if (reason.code.equals(code)) {
                return reason;
            }
        }
        return null;
    }
}
