package fr.briseglace.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration that a demo runs on. */
class HomeTest {
    @Test
    void settingsTakeThePlaceOfTheUsualOnes(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("gateway.properties"), "limits.factor=1\nlog.origin=localhost/log\n");
        Home.at(folder).configuration(file, Map.of("limits.factor", "40", "cache.near-megabytes", "1"));
        assertThat(file)
                .hasContent("log.origin=localhost/log\ncache.near-megabytes=1\nlimits.factor=40\n".strip())
                .content()
                .endsWith("\n");
    }
}
