package fr.briseglace.summary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of codes that raise a flag. */
final class Conditions {
    private record Pattern(String system, String code, boolean prefix) {
        boolean matches(Coding coding) {
            return coding.system().equals(system)
                    && (prefix ? coding.code().startsWith(code) : coding.code().equals(code));
        }
    }

    private static final Map<VitalFlag, List<Pattern>> TABLE = read();

    private Conditions() {}

    /** Whether one of the codings is in the table for the flag. */
    static boolean raise(VitalFlag flag, List<Coding> codings) {
        List<Pattern> patterns = TABLE.getOrDefault(flag, List.of());
        return codings.stream().anyMatch(coding -> patterns.stream().anyMatch(pattern -> pattern.matches(coding)));
    }

    private static Map<VitalFlag, List<Pattern>> read() {
        Map<VitalFlag, List<Pattern>> table = new EnumMap<>(VitalFlag.class);
        try (InputStream in = Objects.requireNonNull(Conditions.class.getResourceAsStream("conditions.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                if (columns.length == 3 && !line.startsWith("#")) {
                    VitalFlag flag = Objects.requireNonNull(VitalFlag.ofSlug(columns[0]), line);
                    boolean prefix = columns[2].endsWith("*");
                    table.computeIfAbsent(flag, key -> new ArrayList<>())
                            .add(new Pattern(columns[1], columns[2].replace("*", ""), prefix));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return table;
    }
}
