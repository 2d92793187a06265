package fr.briseglace.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an INS datamatrix: a header, then records that each start with their name, {@code S1} to {@code S7}, in any
 * order. A record of fixed length ends by itself, another with a group or record separator, or with the symbol.
 * Whatever follows the header must be such records, each at most once, matricule and authority always.
 */
final class DatamatrixReader {
    /**
     * The most that may come before the records, in characters. Public sources disagree about the header's fields and
     * even its length, and scanners put marks of their own in front, so nothing more is asked of it.
     */
    private static final int LONGEST_HEADER = 48;

    private static final String SEPARATORS = "\u001D\u001E";
    private static final Pattern DATE = Pattern.compile("(\\d\\d)-(\\d\\d)-(\\d{4})");

    /** The records, with the length of those that have a fixed one. */
    private enum Part {
        MATRICULE(15),
        AUTHORITY(0),
        GIVEN_NAMES(0),
        BIRTH_NAME(0),
        SEX(1),
        BIRTH_DATE(10),
        BIRTH_PLACE(5);

        private final int length;

        Part(int length) {
            this.length = length;
        }
    }

    private DatamatrixReader() {}

    static DatamatrixReading read(String content) {
        DatamatrixReading best = InsFault.DATAMATRIX;
        for (int start = 0; start < content.length() && start <= LONGEST_HEADER; start++) {
            Map<Part, String> parts = parts(content, start);
            DatamatrixReading reading = parts == null ? InsFault.DATAMATRIX : of(parts);
            if (reading instanceof InsDatamatrix) {
                return reading;
            }
            best = best == InsFault.DATAMATRIX ? reading : best;
            if (matriculeAt(content, start)) {
                return best;
            }
        }
        return best;
    }

    /** Whether a whole matricule starts here, key and all: then the header ended before. */
    private static boolean matriculeAt(String content, int start) {
        int end = end(content, start + 2, Part.MATRICULE.length);
        return part(content, start) == Part.MATRICULE
                && end > 0
                && Ins.read(content.substring(start + 2, end), Ins.NIR) instanceof Ins;
    }

    private static DatamatrixReading of(Map<Part, String> parts) {
        String matricule = parts.get(Part.MATRICULE);
        String authority = parts.get(Part.AUTHORITY);
        if (matricule == null || authority == null) {
            return InsFault.DATAMATRIX;
        }
        return switch (Ins.read(matricule, authority)) {
            case InsFault fault -> fault;
            case Ins ins -> traits(ins, parts);
        };
    }

    private static @Nullable Map<Part, String> parts(String content, int start) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        int at = start;
        while (at < content.length()) {
            Part part = part(content, at);
            int end = part == null ? -1 : end(content, at + 2, part.length);
            if (part == null || end < 0 || parts.put(part, content.substring(at + 2, end)) != null) {
                return null;
            }
            at = end;
            while (at < content.length() && SEPARATORS.indexOf(content.charAt(at)) >= 0) {
                at++;
            }
        }
        return parts;
    }

    private static @Nullable Part part(String content, int at) {
        if (at + 1 >= content.length() || content.charAt(at) != 'S') {
            return null;
        }
        int number = content.charAt(at + 1) - '1';
        return number < 0 || number >= Part.values().length ? null : Part.values()[number];
    }

    /** Where a record ends; −1 where it is shorter than it must be. */
    private static int end(String content, int from, int length) {
        if (length > 0) {
            return from + length <= content.length() ? from + length : -1;
        }
        int end = from;
        while (end < content.length() && SEPARATORS.indexOf(content.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static DatamatrixReading traits(Ins ins, Map<Part, String> parts) {
        List<String> givenNames = names(parts.get(Part.GIVEN_NAMES));
        String birthName = parts.get(Part.BIRTH_NAME);
        String place = parts.get(Part.BIRTH_PLACE);
        Sex sex = sex(parts.get(Part.SEX));
        LocalDate birthDate = date(parts.get(Part.BIRTH_DATE));
        boolean wrong = (parts.containsKey(Part.GIVEN_NAMES) && givenNames.isEmpty())
                || (birthName != null && FoldedName.of(birthName).isEmpty())
                || (parts.containsKey(Part.SEX) && sex == null)
                || (parts.containsKey(Part.BIRTH_DATE) && birthDate == null)
                || (place != null && !BirthPlace.isCode(place));
        return wrong ? InsFault.DATAMATRIX : new InsDatamatrix(ins, givenNames, birthName, sex, birthDate, place);
    }

    private static List<String> names(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("[ ,]+", -1))
                        .filter(name -> !FoldedName.of(name).isEmpty())
                        .toList();
    }

    private static @Nullable Sex sex(@Nullable String letter) {
        if (letter == null) {
            return null;
        }
        return switch (letter) {
            case "F" -> Sex.F;
            case "M" -> Sex.M;
            case "U" -> Sex.U;
            default -> null;
        };
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        Matcher date = DATE.matcher(text == null ? "" : text);
        if (!date.matches()) {
            return null;
        }
        try {
            return LocalDate.of(number(date, 3), number(date, 2), number(date, 1));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group), 10);
    }
}
