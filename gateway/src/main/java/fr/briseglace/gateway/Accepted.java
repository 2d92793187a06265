package fr.briseglace.gateway;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which form a caller wants an answer, by the weights of {@code Accept} (RFC 9110, 12.5.1). */
enum Accepted {
    /** JSON, which is what everybody gets who asks for nothing that is here. */
    JSON("application/json"),
    /** FHIR R4, as JSON. */
    FHIR("application/fhir+json"),
    /** A page to be read and printed. */
    PAGE("text/html");

    /** A header longer than this says nothing. */
    private static final int LONGEST = 1_000;

    private static final List<String> ANY = List.of("application/*", "*/*");
    private static final String FHIR_VERSION = "fhirversion";

    private final String mediaType;

    Accepted(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type. */
    String mediaType() {
        return mediaType;
    }

    /** The best of those that the header accepts; of equally good ones the one named first, a named one before any. */
    static Accepted of(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return JSON;
        }
        Accepted best = JSON;
        double weight = 0;
        boolean named = false;
        for (String range : header.split(",", -1)) {
            String[] parts = range.strip().toLowerCase(Locale.ROOT).split(";", -1);
            Accepted form = form(parts);
            double q = weight(parts);
            boolean name = !ANY.contains(parts[0].strip());
            if (form != null && q > 0 && (q > weight || (q == weight && name && !named))) {
                best = form;
                weight = q;
                named = name;
            }
        }
        return best;
    }

    private static @Nullable Accepted form(String[] parts) {
        String type = parts[0].strip();
        for (Accepted form : values()) {
            if (form.mediaType.equals(type)) {
                return form == FHIR && !release4(parts) ? null : form;
            }
        }
        return ANY.contains(type) ? JSON : null;
    }

    private static boolean release4(String[] parts) {
        String version = parameter(parts, FHIR_VERSION);
        return version == null || version.equals("4.0");
    }

    /** What an element of such a header weighs, 0 to 1, of its lower-case parts. */
    static double weight(String[] parts) {
        String q = parameter(parts, "q");
        try {
            double weight = q == null ? 1 : Double.parseDouble(q);
            return weight >= 0 && weight <= 1 ? weight : 0;
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    private static @Nullable String parameter(String[] parts, String name) {
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0 && parts[i].substring(0, equals).strip().equals(name)) {
                return parts[i].substring(equals + 1).strip();
            }
        }
        return null;
    }
}
