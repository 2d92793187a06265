package fr.briseglace.gateway.limits;

import fr.briseglace.cache.RatePolicy;
import java.time.Duration;
import java.util.Arrays;

/** What is limited, and to how much where the operator says nothing else. */
public enum Limit {
    /** Records that one professional opens, in whatever structure. */
    ACCESS_PROFESSIONAL("access-professional", 30, 60, Duration.ofHours(1), true),
    /** Records that the professionals of one structure open. */
    ACCESS_STRUCTURE("access-structure", 200, 1_200, Duration.ofHours(1), true),
    /** How often one patient's record is opened, by whomever. Protects the patient, so that no surge raises it. */
    ACCESS_PATIENT("access-patient", 10, 20, Duration.ofHours(1), false),
    /** Searches of one professional. One that finds several counts for three, one that finds nobody for two. */
    SEARCH_PROFESSIONAL("search-professional", 10, 60, Duration.ofHours(1), true),
    /** Searches of one professional before breaking the glass. */
    SEARCH_BREAK_GLASS("search-break-glass", 3, 10, Duration.ofHours(1), true),
    /** What is read inside one open window. */
    DOCUMENTS("documents", 50, 300, Duration.ofHours(1), true),
    /** Requests from one address of which nobody has shown yet who sent them; on each node for itself. */
    ANONYMOUS("anonymous", 50, 10, Duration.ofSeconds(1), false);

    private final String word;
    private final long burst;
    private final long sustained;
    private final Duration period;
    private final boolean surging;

    Limit(String word, long burst, long sustained, Duration period, boolean surging) {
        this.word = word;
        this.burst = burst;
        this.sustained = sustained;
        this.period = period;
        this.surging = surging;
    }

    /** The policy where the operator says nothing else. */
    public RatePolicy usual() {
        return new RatePolicy(word, burst, sustained, period);
    }

    /** Whether a surge raises it. */
    boolean surging() {
        return surging;
    }

    /** What callers are told was exceeded. */
    String word() {
        return word;
    }

    /** The limit that a policy is of. */
    static Limit of(RatePolicy policy) {
        return Arrays.stream(values())
                .filter(limit -> limit.word.equals(policy.name()))
                .findFirst()
                .orElseThrow();
    }
}
