package fr.briseglace.fhir;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a search found, page by page, as a bundle. How many there are in all is not said. */
final class SearchSet {
    private SearchSet() {}

    /** Begins a bundle; its entries and its end are left to do. */
    static void begin(FhirWriter json, String self, @Nullable String next) {
        json.object().text("resourceType", "Bundle").text("type", "searchset").array("link");
        link(json, "self", self);
        if (next != null) {
            link(json, "next", next);
        }
        json.end();
    }

    private static void link(FhirWriter json, String relation, String url) {
        json.object().text("relation", relation).text("url", url).end();
    }

    /** Begins an entry, within its resource. */
    static void entry(FhirWriter json, UUID id) {
        json.object().text("fullUrl", "urn:uuid:" + id).object("resource");
    }

    /** Ends an entry and its resource. */
    static void endEntry(FhirWriter json) {
        json.end().object("search").text("mode", "match").end().end();
    }
}
