package fr.briseglace.summary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ATC classes of a medicine: those it is coded with, and for the substances that matter in an emergency the one our
 * table gives for the brand or international name that the wording of its code begins with.
 */
final class Drugs {
    /** Length of an ATC code that names a substance. */
    static final int SUBSTANCE = 7;

    private static final int LONGEST_NAME = 4;
    private static final Map<String, String> ATC_BY_NAME = read();

    private Drugs() {}

    /** ATC codes, whole or of a class; empty for a medicine that has none and is not in the table. */
    static Set<String> classes(ClinicalItem medicine) {
        Set<String> found = new TreeSet<>();
        boolean coded = false;
        for (List<Coding> codings : List.of(medicine.codings(), medicine.traits())) {
            for (Coding coding : codings) {
                if (Terminology.isAtc(coding)) {
                    found.add(coding.code());
                }
                coded |= Terminology.namesMedicine(coding);
            }
        }
        // A stated substance is better than a name: names are only asked where there is none.
        if (found.stream().anyMatch(atc -> atc.length() == SUBSTANCE)) {
            return found;
        }
        for (List<Coding> codings : List.of(medicine.codings(), medicine.traits())) {
            codings.forEach(coding -> add(found, coding.display()));
        }
        if (coded) {
            add(found, medicine.label());
        }
        return found;
    }

    /** What makes two wordings the same medicine: its one substance; its label where the substance is not known. */
    static String substance(ClinicalItem medicine) {
        List<String> substances = classes(medicine).stream()
                .filter(atc -> atc.length() == SUBSTANCE)
                .toList();
        return substances.size() == 1 ? substances.getFirst() : medicine.label();
    }

    private static void add(Set<String> found, @Nullable String display) {
        String atc = display == null ? null : byName(display);
        if (atc != null) {
            found.add(atc);
        }
    }

    private static @Nullable String byName(String display) {
        List<String> words = Words.of(display);
        for (int length = Math.min(LONGEST_NAME, words.size()); length > 0; length--) {
            String atc = ATC_BY_NAME.get(String.join(" ", words.subList(0, length)));
            if (atc != null) {
                return atc;
            }
        }
        return null;
    }

    private static Map<String, String> read() {
        Map<String, String> table = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Drugs.class.getResourceAsStream("drugs.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                if (columns.length == 3 && !line.startsWith("#")) {
                    table.put(columns[1], columns[0]);
                    for (String brand : columns[2].split(",", -1)) {
                        if (!brand.isBlank()) {
                            table.put(brand, columns[0]);
                        }
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(table);
    }
}
