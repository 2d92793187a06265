package fr.briseglace.loadtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The patients who are asked for.
 *
 * @param values their matricules, at least one
 */
record Matricules(List<String> values) {
    Matricules {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("there is no patient to ask for");
        }
    }

    /** The first {@code most} matricules of a file that has one a line. */
    static Matricules read(Path file, int most) {
        try (Stream<String> lines = Files.lines(file)) {
            return new Matricules(lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .limit(most)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any of them, each as likely. */
    String any(RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }
}
