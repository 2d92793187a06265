package fr.briseglace.cda;

import fr.briseglace.summary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads names, addresses and telecoms of persons and organisations. */
final class People {
    /** Professionals' national id (PS_IdNat). */
    static final String PROFESSIONAL = "1.2.250.1.71.4.2.1";

    private People() {}

    /** A person's or organisation's name for display: title, given, family; null where nothing is written. */
    static @Nullable String name(@Nullable XmlElement holder) {
        XmlElement name = holder == null ? null : holder.child("name");
        if (name == null) {
            return null;
        }
        List<XmlElement> families = name.children("family");
        List<XmlElement> given = name.children("given");
        if (families.isEmpty() && given.isEmpty()) {
            return blankToNull(name.text());
        }
        List<String> parts = new ArrayList<>();
        name.children("suffix").forEach(part -> parts.add(title(part.text())));
        if (parts.isEmpty()) {
            name.children("prefix").forEach(part -> parts.add(title(part.text())));
        }
        given.stream().limit(1).forEach(part -> parts.add(part.text()));
        families.stream().limit(1).forEach(part -> parts.add(part.text()));
        return blankToNull(
                parts.stream().filter(p -> !p.isBlank() && !p.equals(".")).collect(Collectors.joining(" ")));
    }

    private static String title(String written) {
        return switch (written) {
            case "DR" -> "Dr";
            case "PR" -> "Pr";
            case "M" -> "M.";
            case "MME" -> "Mme";
            default -> written;
        };
    }

    static List<String> telecoms(XmlElement holder) {
        List<String> found = new ArrayList<>();
        for (XmlElement telecom : holder.children("telecom")) {
            String value = telecom.attribute("value");
            if (value != null) {
                found.add(value);
            }
        }
        return found;
    }

    /** Telecoms as they are read aloud: without {@code tel:} and {@code mailto:}. */
    static String spoken(List<String> telecoms) {
        return telecoms.stream()
                .map(value -> value.replaceFirst("^(?i)(tel|mailto):", ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static List<String> address(XmlElement holder) {
        XmlElement address = holder.child("addr");
        if (address == null) {
            return List.of();
        }
        List<String> street = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<String> town = new ArrayList<>();
        for (XmlElement part : address.children()) {
            String text = part.text();
            if (text.isEmpty()) {
                continue;
            }
            switch (part.name()) {
                case "houseNumber", "houseNumberNumeric", "streetName", "streetNameType", "streetNameBase" ->
                    street.add(text);
                case "postalCode", "city" -> town.add(text);
                default -> lines.add(text);
            }
        }
        List<String> all = new ArrayList<>();
        addLine(all, String.join(" ", street));
        all.addAll(
                lines.stream().filter(line -> !"FRANCE".equalsIgnoreCase(line)).toList());
        addLine(all, String.join(" ", town));
        if (all.isEmpty()) {
            addLine(all, address.text());
        }
        return all;
    }

    private static void addLine(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line);
        }
    }

    /** A professional's national id among the holder's identifiers, null where there is none. */
    static @Nullable String professionalId(XmlElement holder) {
        for (XmlElement id : holder.children("id")) {
            if (id.is("root", PROFESSIONAL) && id.attribute("extension") != null) {
                return id.attribute("extension");
            }
        }
        return null;
    }

    static @Nullable String blankToNull(String text) {
        String squeezed = Words.squeeze(text);
        return squeezed.isEmpty() ? null : squeezed;
    }
}
