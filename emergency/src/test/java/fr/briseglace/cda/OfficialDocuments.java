package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The field's published example documents, where a copy of them lies beside the project. */
public final class OfficialDocuments {
    private OfficialDocuments() {}

    /** The documents; skips the test where there are none. */
    public static List<Path> all() {
        Path folder = folder();
        assumeTrue(folder != null, "no shared/data/cda beside the project: the official documents are not checked");
        return folder == null ? List.of() : documents(folder);
    }

    private static List<Path> documents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads one. */
    public static CdaDocument read(Path file) {
        CdaReading reading = CdaReader.read(bytes(file));
        assertThat(reading).as("%s", file.getFileName()).isInstanceOf(CdaDocument.class);
        return (CdaDocument) reading;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static @Nullable Path folder() {
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            Path folder = here.resolve("shared/data/cda");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }
}
