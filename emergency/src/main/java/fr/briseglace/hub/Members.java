package fr.briseglace.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of one object of a message. What is absent, or null, is empty; what has another form is a fault. */
final class Members {
    private final Map<?, ?> members;
    private final Faults faults;

    /** The first fault of a message. */
    static final class Faults {
        private @Nullable HubFault first;

        void note(HubFault fault) {
            if (first == null) {
                first = fault;
            }
        }

        @Nullable
        HubFault first() {
            return first;
        }
    }

    Members(Map<?, ?> members, Faults faults) {
        this.members = members;
        this.faults = faults;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** Whether there is a member of that name, and it is not null. */
    boolean says(String name) {
        return members.get(name) != null;
    }

    /** Notes what is wrong with the message. */
    void wrong(HubFault fault) {
        faults.note(fault);
    }

    /** A text; empty where there is none. */
    String text(String name) {
        Object member = members.get(name);
        if (member instanceof String text) {
            return text;
        }
        formless(member);
        return "";
    }

    /** An object; without members where there is none. */
    Members object(String name) {
        return object(members.get(name));
    }

    private Members object(@Nullable Object member) {
        if (member instanceof Map<?, ?> map) {
            return new Members(map, faults);
        }
        formless(member);
        return new Members(Map.of(), faults);
    }

    /** A list of objects. */
    List<Members> objects(String name) {
        Object member = members.get(name);
        List<Members> objects = new ArrayList<>();
        if (member instanceof List<?> list) {
            list.forEach(element -> objects.add(object(element == null ? "" : element)));
        } else {
            formless(member);
        }
        return objects;
    }

    private void formless(@Nullable Object member) {
        if (member != null) {
            wrong(HubFault.FORM);
        }
    }
}
