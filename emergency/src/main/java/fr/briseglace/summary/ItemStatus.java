package fr.briseglace.summary;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a source says about whether a fact still holds. */
public enum ItemStatus {
    /** Holds now. */
    ACTIVE("active", Standing.HOLDS),
    /** Came back. */
    RECURRENCE("recurrence", Standing.HOLDS),
    /** Came back after a remission. */
    RELAPSE("relapse", Standing.HOLDS),
    /** Quiet, not gone. */
    REMISSION("remission", Standing.HOLDS),
    /** Prescribed; holds as long as the prescription does. */
    PRESCRIBED("prescribed", Standing.HOLDS),
    /** Handed out; holds for a while. */
    DISPENSED("dispensed", Standing.HOLDS),
    /** Intended, asked for or proposed. */
    PLANNED("planned", Standing.HOLDS),
    /** Done, for acts and measures. */
    COMPLETED("completed", Standing.HOLDS),
    /** Does not hold now. */
    INACTIVE("inactive", Standing.OVER),
    /** Over. */
    RESOLVED("resolved", Standing.OVER),
    /** Interrupted. */
    SUSPENDED("suspended", Standing.OVER),
    /** Broken off. */
    STOPPED("stopped", Standing.OVER),
    /** Was suspected and is not so. */
    REFUTED("refuted", Standing.DENIED),
    /** Was not done, or was refused. */
    NOT_DONE("not-done", Standing.DENIED),
    /** A source says that there is none of this. */
    ABSENT("absent", Standing.DENIED),
    /** Written down by mistake. */
    ENTERED_IN_ERROR("entered-in-error", Standing.DENIED);

    /** What a status comes down to. */
    enum Standing {
        HOLDS,
        OVER,
        DENIED
    }

    private static final Map<String, ItemStatus> BY_JSON_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ItemStatus::jsonName, Function.identity()));

    private final String jsonName;
    private final Standing standing;

    ItemStatus(String jsonName, Standing standing) {
        this.jsonName = jsonName;
        this.standing = standing;
    }

    /** The name in the public answer and in the store. */
    public String jsonName() {
        return jsonName;
    }

    /** The status of that name, null where there is none. */
    public static @Nullable ItemStatus ofJsonName(String name) {
        return BY_JSON_NAME.get(name);
    }

    Standing standing() {
        return standing;
    }
}
