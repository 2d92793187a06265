package fr.briseglace.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The hub's published examples, where a copy of them lies beside the project. */
class OfficialMessagesTest {
    private static List<Path> examples() throws IOException {
        Path above = Path.of("").toAbsolutePath();
        while (above.getParent() != null && !Files.isDirectory(above.resolve("shared/data/hub/examples"))) {
            above = above.getParent();
        }
        Path folder = above.resolve("shared/data/hub/examples");
        assumeTrue(Files.isDirectory(folder), "no shared/data/hub beside the project: the examples are not checked");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void eachIsReadWithAllItsPatients() throws IOException {
        for (Path example : examples()) {
            HubReading reading = CaseMessage.read(Files.readAllBytes(example));

            assertThat(reading).as("%s", example.getFileName()).isInstanceOf(CaseMessage.class);
            CaseMessage message = (CaseMessage) reading;
            String text = Files.readString(example);
            assertThat(text).contains('"' + message.caseId().value() + '"');
            assertThat(message.announces()).isTrue();
            assertThat(message.patients()).allSatisfy(patient -> assertThat(text)
                    .contains('"' + patient.id().value() + '"'));
            assertThat(message.patients().stream().filter(p -> p.traits() != null))
                    .hasSize(count(text, "\"birthDate\""));
        }
    }
}
