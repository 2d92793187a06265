package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that operators start from is complete and right. */
class ExampleConfigurationTest {
    private static final Path EXAMPLE = Path.of("..", "infra", "gateway.example.properties");

    @TempDir
    private Path folder = Path.of("");

    private Config read(String example) throws IOException {
        for (String file : new String[] {
            "pki/server.pem",
            "pki/server.key",
            "pki/client-authorities.pem",
            "secrets/cache.keys",
            "secrets/log.key",
            "secrets/database.password"
        }) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "sesame");
        }
        return Config.read(Files.writeString(folder.resolve("gateway.properties"), example));
    }

    @Test
    void exampleCanBeUsedOnceItsFilesAreThere() throws IOException {
        assertThat(read(Files.readString(EXAMPLE)).database().password()).isEqualTo("sesame");
    }

    /** Commented-out lines show defaults: uncommented, they change nothing but what depends on the machine. */
    @Test
    void defaultsItShowsAreTheDefaults() throws IOException {
        String example = Files.readString(EXAMPLE);
        String all = example.replaceAll("(?m)^#([a-z-]+\\.[A-Za-z-]+=|event-loops=)", "$1");
        Config written = read(all.replaceAll("(?m)^event-loops=.*$", ""));

        assertThat(written).isEqualTo(read(example));
    }

    @Test
    void everyKeyIsThere() throws IOException {
        String source = Files.readString(Path.of("src/main/java/fr/briseglace/gateway/Config.java"));
        String example = Files.readString(EXAMPLE);

        assertThat(Pattern.compile("settings\\.\\w+\\(\"([^\"]+)\"")
                        .matcher(source.replaceAll("\\(\\s+\"", "(\""))
                        .results())
                .hasSizeGreaterThan(25)
                .allSatisfy(key -> assertThat(Arrays.stream(example.split("\n", -1)))
                        .anyMatch(line -> line.replaceFirst("^#", "").startsWith(key.group(1) + "=")));
    }
}
