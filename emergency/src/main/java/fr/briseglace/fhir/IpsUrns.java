package fr.briseglace.fhir;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Names for the entries of one document: the same for the same document and entry, and for no other. */
final class IpsUrns {
    static final String COMPOSITION = "composition";
    static final String PATIENT = "patient";
    static final String AUTHOR = "author";

    private final UUID document;
    private final Map<String, String> urns = new HashMap<>();

    /** Entries of the document of that id. */
    IpsUrns(UUID document) {
        this.document = document;
    }

    /** The document itself. */
    String document() {
        return "urn:uuid:" + document;
    }

    /** An entry by the id that it has within the document. */
    String of(String local) {
        return urns.computeIfAbsent(
                local,
                key -> "urn:uuid:" + UUID.nameUUIDFromBytes((document + "/" + key).getBytes(StandardCharsets.UTF_8)));
    }
}
