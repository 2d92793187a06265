package fr.briseglace.gateway.overload;

import java.util.Locale;
import java.util.Set;

/** What gives way to what when not all can be done at once, the most urgent first. */
public enum Partition {
    /** Opening records, work inside open windows, and the order that raises limits in a mass casualty. */
    EMERGENCY(0, 1),
    /** Finding out who a patient is. */
    SEARCH(1, 0.75),
    /** Consoles, the hub, the public log: all that can be asked again in a while. */
    CONSOLE(2, 0.5);

    private static final Set<String> URGENT = Set.of(
            "openAccess",
            "summarise",
            "readAccess",
            "closeAccess",
            "listDocuments",
            "fetchDocument",
            "searchDocuments",
            "readBinary",
            "offerHandover",
            "claimHandover",
            "raiseLimits");
    private static final Set<String> SEARCHES = Set.of("searchPatients", "tieProvisional", "untieProvisional");

    private final int rank;
    private final double share;

    Partition(int rank, double share) {
        this.rank = rank;
        this.share = share;
    }

    /** Where an operation of the contract belongs, by its id. */
    public static Partition of(String operation) {
        return URGENT.contains(operation) ? EMERGENCY : SEARCHES.contains(operation) ? SEARCH : CONSOLE;
    }

    /** How many are more urgent. */
    int rank() {
        return rank;
    }

    /** How much of the limit it and all that is more urgent may take together, 0 to 1. */
    double share() {
        return share;
    }

    /** Its name in metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
