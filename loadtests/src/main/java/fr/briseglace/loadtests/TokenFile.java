package fr.briseglace.loadtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Tokens that somebody made before, one a line of a file. They are not renewed. */
final class TokenFile implements Bearers {
    private final Path file;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<String> tokens = List.of();

    TokenFile(Path file) {
        this.file = file;
    }

    @Override
    public void start() {
        try {
            tokens = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (tokens.isEmpty()) {
            throw new IllegalStateException("no token in " + file);
        }
    }

    @Override
    public String next() {
        List<String> all = tokens;
        return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    }

    @Override
    public void close() {
        tokens = List.of();
    }
}
