package fr.briseglace.cda;

import fr.briseglace.summary.Answer;
import fr.briseglace.summary.ClinicalDate;
import fr.briseglace.summary.Coding;
import fr.briseglace.summary.ItemValue;
import fr.briseglace.summary.Measure;
import fr.briseglace.summary.Words;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads values of all data types: as a number or an answer where they are one, and in words always. */
final class Values {
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int DIGITS = 40;

    private final Narrative narrative;

    Values(Narrative narrative) {
        this.narrative = narrative;
    }

    /** The number or answer, null where the value is something else. */
    static @Nullable ItemValue value(XmlElement element) {
        String written = element.attribute("value");
        String type = String.valueOf(element.attribute("xsi:type"));
        if (written == null || type.contains("TS")) {
            return null;
        }
        if (written.equals("true") || written.equals("false")) {
            return new Answer(written.equals("true"));
        }
        BigDecimal number = number(written);
        return number == null ? null : new Measure(number, element.attribute("unit"));
    }

    private static @Nullable BigDecimal number(String written) {
        // An exponent can make few characters an enormous number.
        if (written.length() > DIGITS || written.indexOf('e') >= 0 || written.indexOf('E') >= 0) {
            return null;
        }
        try {
            return new BigDecimal(written);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** What a coded or written value reads as: the words of the document, and the code's where they differ. */
    @Nullable
    String wording(@Nullable XmlElement element) {
        if (element == null) {
            return null;
        }
        String original = original(element);
        String display = display(element);
        if (original == null) {
            return display;
        }
        if (display == null || Words.fold(original).contains(Words.fold(display))) {
            return original;
        }
        return original + " (" + display + ")";
    }

    /** Whether a coded value has words at all, beside its code. */
    boolean worded(@Nullable XmlElement element) {
        return element != null
                && (original(element) != null
                        || Codes.all(element).stream().anyMatch(coding -> coding.display() != null));
    }

    /** The words of the document for a coded value, null where it only has a code. */
    @Nullable
    String original(XmlElement element) {
        XmlElement text = element.child("originalText");
        if (text == null) {
            return null;
        }
        String resolved = narrative.resolve(text.child("reference"));
        return resolved == null ? People.blankToNull(text.text()) : resolved;
    }

    /** The wording of the first code that has one, else the code itself. */
    @Nullable
    String display(XmlElement element) {
        List<Coding> codings = Codes.all(element);
        for (var coding : codings) {
            if (coding.display() != null) {
                return coding.display();
            }
        }
        return codings.isEmpty() ? null : codings.getFirst().code();
    }

    /** Any value in words: coded, measured, dated, ranged, answered or plain text; null where it says nothing. */
    @Nullable
    String words(@Nullable XmlElement element) {
        if (element == null) {
            return null;
        }
        String wording = wording(element);
        String date = date(element);
        String measured = date == null ? quantity(element) : date;
        if (wording != null || measured != null) {
            return join(wording, measured);
        }
        String resolved = narrative.resolve(element.child("reference"));
        if (resolved != null) {
            return resolved;
        }
        boolean binary = "B64".equals(element.attribute("representation"));
        return binary ? element.attribute("mediaType") : People.blankToNull(element.text());
    }

    private static @Nullable String join(@Nullable String... parts) {
        List<String> said = Stream.of(parts).filter(Objects::nonNull).toList();
        return said.isEmpty() ? null : String.join(" ", said);
    }

    /** A quantity, a range or a ratio in words, with the document's own words for it; null where it is none. */
    @Nullable
    String quantity(XmlElement element) {
        String own = bare(element);
        XmlElement translation = element.child("translation");
        String words = translation == null ? null : original(translation);
        if (own == null || words == null || Words.fold(own).contains(Words.fold(words))) {
            return own == null ? words : own;
        }
        return words + " (" + own + ")";
    }

    private @Nullable String bare(XmlElement element) {
        String value = element.attribute("value");
        if (value != null) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "true" -> "oui";
                case "false" -> "non";
                default -> value + Units.spoken(element.attribute("unit"));
            };
        }
        String low = part(element, "low");
        String high = part(element, "high");
        if (low != null && high != null) {
            return low.equals(high) ? low : low + " à " + high;
        }
        if (low != null || high != null) {
            return low == null ? "≤ " + high : "≥ " + low;
        }
        String top = part(element, "numerator");
        String bottom = part(element, "denominator");
        if (top != null) {
            return bottom == null || bottom.equals("1") ? top : top + " par " + bottom;
        }
        String width = part(element, "width");
        return width == null ? part(element, "center") : "pendant " + width;
    }

    private @Nullable String part(XmlElement element, String name) {
        XmlElement part = element.child(name);
        return part == null ? null : quantity(part);
    }

    private static @Nullable String date(XmlElement element) {
        if (!String.valueOf(element.attribute("xsi:type")).contains("TS")) {
            return null;
        }
        String at = french(element.attribute("value"));
        if (at != null) {
            return at;
        }
        return period(element);
    }

    /** A period of dates in words, null where neither end is written. */
    static @Nullable String period(XmlElement element) {
        XmlElement lowElement = element.child("low");
        XmlElement highElement = element.child("high");
        String low = lowElement == null ? null : french(lowElement.attribute("value"));
        String high = highElement == null ? null : french(highElement.attribute("value"));
        List<String> parts = new ArrayList<>();
        if (low != null) {
            parts.add("du " + low);
        }
        if (high != null) {
            parts.add("au " + high);
        }
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    /** A date as it is written in France, null where it is none. */
    static @Nullable String french(@Nullable String hl7) {
        ClinicalDate date = CdaTime.date(hl7);
        if (date == null) {
            return null;
        }
        return date.first().equals(date.last()) ? FRENCH.format(date.first()) : date.iso();
    }
}
