package fr.briseglace.cda;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A legal representative a document names.
 *
 * @param name display name, of a person or an organisation
 * @param telecoms as written ({@code tel:…}, {@code mailto:…})
 * @param address lines, empty where unknown
 */
public record Guardian(@Nullable String name, List<String> telecoms, List<String> address) {
    /** Copies the lists. */
    public Guardian {
        telecoms = List.copyOf(telecoms);
        address = List.copyOf(address);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Guardian[…]";
    }
}
