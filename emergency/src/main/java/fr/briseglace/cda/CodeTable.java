package fr.briseglace.cda;

import fr.briseglace.summary.SectionKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A table of the class path that says to which section a code belongs. */
final class CodeTable {
    private CodeTable() {}

    static Map<String, SectionKind> read(String resource) {
        Map<String, SectionKind> table = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(CodeTable.class.getResourceAsStream(resource));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    table.put(
                            line.substring(0, tab),
                            Objects.requireNonNull(SectionKind.ofJsonName(line.substring(tab + 1)), line));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(table);
    }
}
