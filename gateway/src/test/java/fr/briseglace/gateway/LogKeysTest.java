package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.briseglace.sequence.LogKey;
import fr.briseglace.tlog.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeysTest {
    private Instant written = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private LogSettings settings = new LogSettings("log.example", Path.of(""), null, null, null, List.of());

    @BeforeEach
    void name() throws IOException {
        settings = new LogSettings(
                "log.example", folder.resolve("log.key"), folder.resolve("next.key"), null, null, List.of());
        write("log.key");
    }

    /** Writes a new key, in its own second. */
    private void write(String name) throws IOException {
        written(Files.writeString(folder.resolve(name), LogKey.create()));
    }

    private void written(Path file) throws IOException {
        written = written.plusSeconds(1);
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private static String text(NoteSigner signer) {
        return signer.verifier().text();
    }

    @Test
    void nobodyIsAnnouncedWhereNoFileIs() {
        assertThat(LogKeys.read(settings).identity().successors()).isEmpty();
    }

    @Test
    void presentKeyMustBeThere() throws IOException {
        Files.delete(settings.key());
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> LogKeys.read(settings))
                .withMessage("the file that log.key names cannot be read");
    }

    @Test
    void announcedKeyTakesThePlaceOfThePresentOneWithoutARestart() throws IOException {
        LogKeys keys = LogKeys.read(settings);
        String old = text(keys.identity().signer());

        write("next.key");
        keys.lookAgain();
        assertThat(text(keys.identity().signer())).isEqualTo(old);
        String announced = text(keys.identity().successors().getFirst());

        written(Files.move(folder.resolve("next.key"), settings.key(), StandardCopyOption.REPLACE_EXISTING));
        keys.lookAgain();
        assertThat(text(keys.identity().signer())).isEqualTo(announced);
        assertThat(keys.identity().successors()).isEmpty();
    }

    @Test
    void successorThatWasCopiedIsNotAnnouncedAsItsOwn() throws IOException {
        write("next.key");
        LogKeys keys = LogKeys.read(settings);
        written(Files.copy(folder.resolve("next.key"), settings.key(), StandardCopyOption.REPLACE_EXISTING));
        keys.lookAgain();
        assertThat(keys.identity().successors()).isEmpty();
    }

    @Test
    void keyThatWasNotAnnouncedIsNotTaken() throws IOException {
        LogKeys keys = LogKeys.read(settings);
        String old = text(keys.identity().signer());
        write("log.key");
        keys.lookAgain();
        assertThat(text(keys.identity().signer())).isEqualTo(old);
    }

    @Test
    void whatIsNoKeyChangesNothing() throws IOException {
        write("next.key");
        LogKeys keys = LogKeys.read(settings);
        written(Files.writeString(settings.key(), "nothing"));
        keys.lookAgain();
        assertThat(keys.identity().successors()).hasSize(1);
    }
}
