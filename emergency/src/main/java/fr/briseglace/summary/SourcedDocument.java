package fr.briseglace.summary;

import java.util.List;

/**
 * A document and what it says.
 *
 * @param source the document
 * @param items its facts in its order; empty for one that is only listed
 */
public record SourcedDocument(Source source, List<ClinicalItem> items) {
    /** Copies the list. */
    public SourcedDocument {
        items = List.copyOf(items);
    }
}
