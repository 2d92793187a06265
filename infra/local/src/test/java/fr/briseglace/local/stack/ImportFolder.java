package fr.briseglace.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder the stack imports at its start: hostile documents, and those of the field where they are at hand. */
final class ImportFolder {
    /** What must be rejected, and how, by file name. */
    static final Map<String, String> HOSTILE = Map.of(
            "external-entity.xml", "DTD_FORBIDDEN",
            "billion-laughs.xml", "DTD_FORBIDDEN",
            "not-xml.xml", "NOT_XML",
            "truncated.xml", "NOT_XML",
            "not-cda.xml", "NOT_CDA",
            "without-patient.xml", "NO_PATIENT");

    /** Rejected too, as too deep or as unreadable: newer parsers have a bound of their own that comes first. */
    static final String DEEP = "too-deep.xml";

    private static final int DEPTH = 1_000;

    private ImportFolder() {}

    /** Fills it. */
    static Path fill(Path folder) throws IOException {
        for (String name : HOSTILE.keySet()) {
            Files.writeString(folder.resolve(name), hostile(name));
        }
        Files.writeString(folder.resolve(DEEP), hostile(DEEP));
        Optional<Path> field = documentsOfTheField();
        if (field.isPresent()) {
            try (Stream<Path> documents = Files.list(field.get())) {
                for (Path document : documents.toList()) {
                    Files.copy(document, folder.resolve("field-" + document.getFileName()));
                }
            }
        }
        return folder;
    }

    /** Where the public example documents are, looked for from here upwards. */
    static Optional<Path> documentsOfTheField() {
        @Nullable Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path documents = folder.resolve("shared").resolve("data").resolve("cda");
            if (Files.isDirectory(documents)) {
                return Optional.of(documents);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private static String hostile(String name) {
        return switch (name) {
            case "external-entity.xml" ->
                "<!DOCTYPE ClinicalDocument [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + document("<title>&e;</title>");
            case "billion-laughs.xml" -> laughs();
            case DEEP -> document("<title>" + "<a>".repeat(DEPTH) + "</a>".repeat(DEPTH) + "</title>");
            case "not-xml.xml" -> "%PDF-1.7 et rien de lisible";
            case "truncated.xml" -> document("<recordTarget><patientRole>").substring(0, 80);
            case "not-cda.xml" -> "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>";
            case "without-patient.xml" ->
                document("<id root=\"1.2.250.1.213.1.1.1\" extension=\"1\"/><code code=\"SYNTH\""
                        + " codeSystem=\"1.2.250.1.213.1.1.4.12\"/><effectiveTime value=\"20260101120000+0100\"/>"
                        + "<component><structuredBody/></component>");
            default -> throw new IllegalArgumentException("no such document");
        };
    }

    private static String laughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE ClinicalDocument [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        return entities.append("]>").append(document("<title>&l9;</title>")).toString();
    }

    private static String document(String content) {
        return "<ClinicalDocument xmlns=\"urn:hl7-org:v3\">" + content + "</ClinicalDocument>";
    }
}
