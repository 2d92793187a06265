package fr.briseglace.local.population.person;

import java.util.List;
import java.util.stream.Stream;

/** A list written as text, parted by commas and broken across lines wherever it suits. */
final class Words {
    private Words() {}

    /** The words, in order, each with single spaces. */
    static List<String> of(String text) {
        return Stream.of(text.split(",", -1))
                .map(word -> word.strip().replaceAll("\\s+", " "))
                .toList();
    }
}
