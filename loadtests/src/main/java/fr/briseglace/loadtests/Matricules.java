package fr.briseglace.loadtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** The {@code most} matricules of a file, one a line, that follow the first {@code skip}. */
    static Matricules read(Path file, int skip, int most) {
        try (Stream<String> lines = Files.lines(file)) {
            return new Matricules(lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .skip(skip)
                    .limit(most)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any of them, the first of the list most often. */
    Patients byPopularity(double exponent) {
        Popularity popularity = new Popularity(values.size(), exponent);
        return () -> values.get(popularity.next(ThreadLocalRandom.current()));
    }

    /** Each of them once. */
    Patients eachOnce() {
        AtomicInteger turn = new AtomicInteger();
        return () -> {
            int next = turn.getAndIncrement();
            if (next >= values.size()) {
                throw new IllegalStateException("every patient was asked for");
            }
            return values.get(next);
        };
    }
}
