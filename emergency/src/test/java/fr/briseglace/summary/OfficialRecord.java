package fr.briseglace.summary;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.briseglace.cda.CdaDocument;
import fr.briseglace.cda.CdaReader;
import fr.briseglace.cda.DocumentHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The field's published example documents as one record, where a copy of them lies beside the project. */
final class OfficialRecord {
    private OfficialRecord() {}

    /** The documents; skips the test where there are none. */
    static List<SourcedDocument> documents() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        List<Path> folders = new ArrayList<>();
        for (Path parent = here; parent != null; parent = parent.getParent()) {
            folders.add(parent.resolve("shared/data/cda"));
        }
        folders.removeIf(folder -> !Files.isDirectory(folder));
        assumeTrue(!folders.isEmpty(), "no shared/data/cda beside the project: the official patient is not printed");
        List<SourcedDocument> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folders.getFirst())) {
            for (Path file : files.sorted().toList()) {
                if (CdaReader.read(Files.readAllBytes(file)) instanceof CdaDocument document) {
                    documents.add(sourced(document));
                }
            }
        }
        return documents;
    }

    private static SourcedDocument sourced(CdaDocument document) {
        DocumentHeader header = document.header();
        Author author = header.authors().isEmpty()
                ? Author.UNKNOWN
                : header.authors().getFirst().asAuthor();
        Source source = new Source(
                header.uniqueId(), header.type().code(), header.title(), header.created(), author, header.kind());
        return new SourcedDocument(source, document.items());
    }
}
