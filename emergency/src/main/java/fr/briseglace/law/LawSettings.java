package fr.briseglace.law;

import java.time.Duration;

/**
 * What the texts leave to the operator.
 *
 * @param blockHoldsInEmergency whether a block (CSP R.1111-41) holds against an emergency; texts are silent, so it does
 *     unless switched off
 * @param regulationWindow how long a regulation stays open
 * @param breakGlassWindow how long a broken glass stays open
 */
public record LawSettings(boolean blockHoldsInEmergency, Duration regulationWindow, Duration breakGlassWindow) {
    /** A block holds; four hours for a regulation, one for a broken glass. */
    public static final LawSettings DEFAULT = new LawSettings(true, Duration.ofHours(4), Duration.ofHours(1));

    /** How long a window of that mode stays open. */
    public Duration window(AccessMode mode) {
        return switch (mode) {
            case CENTRE_15 -> regulationWindow;
            case BRIS_DE_GLACE -> breakGlassWindow;
        };
    }
}
