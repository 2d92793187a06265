package fr.briseglace.cda;

import fr.briseglace.summary.ClinicalItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clinical document that was read.
 *
 * @param header what it says about itself
 * @param items its facts, in its order; of a document with an unstructured body only those of the header
 * @param body its unstructured body, null for a structured one
 */
public record CdaDocument(
        DocumentHeader header,
        List<ClinicalItem> items,
        @Nullable UnstructuredBody body) implements CdaReading {
    /** Copies the list. */
    public CdaDocument {
        items = List.copyOf(items);
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "CdaDocument[…]";
    }
}
