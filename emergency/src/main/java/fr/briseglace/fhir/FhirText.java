package fr.briseglace.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Words, codes and times in the form in which FHIR R4 takes them. */
final class FhirText {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final int DAY = 10;

    private FhirText() {}

    /** A string: no control characters, nothing around it; null where nothing is left. */
    static @Nullable String string(@Nullable String words) {
        if (words == null) {
            return null;
        }
        StringBuilder out = new StringBuilder(words.length());
        words.codePoints().forEach(c -> out.appendCodePoint(plain(c) ? c : ' '));
        String clean = out.toString().strip();
        return clean.isEmpty() ? null : clean;
    }

    /** A code: a string without runs of spaces; null where nothing is left. */
    static @Nullable String code(@Nullable String words) {
        String clean = string(words);
        return clean == null ? null : clean.replaceAll("\\s+", " ");
    }

    /** An instant, milliseconds, UTC. */
    static String instant(Instant instant) {
        return MILLIS.format(instant);
    }

    /** A date as precise as it was written; a time without zone is French time, one without seconds gets them. */
    static String date(String iso) {
        if (iso.length() <= DAY) {
            return iso;
        }
        try {
            return SECONDS.format(OffsetDateTime.parse(iso));
        } catch (DateTimeException noZone) {
            try {
                return SECONDS.format(LocalDateTime.parse(iso).atZone(FRANCE));
            } catch (DateTimeException noTime) {
                return iso.substring(0, DAY);
            }
        }
    }

    private static boolean plain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
