package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.cache.RatePolicy;
import fr.briseglace.gateway.limits.Limit;
import fr.briseglace.gateway.limits.LimitSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits that an operator changes while the gateway runs. */
class LimitFileTest {
    @TempDir
    private Path folder = Path.of("");

    private long writes;

    @BeforeEach
    void files() throws IOException {
        ConfigTest.files(folder);
    }

    private Path write(String more) throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.properties"), ConfigTest.COMPLETE + more);
        Files.setLastModifiedTime(file, FileTime.fromMillis(++writes * 1_000));
        return file;
    }

    @Test
    void changedLimitsHoldOnceTheFileIsLookedAt() throws IOException {
        LimitFile limits = new LimitFile(Config.read(write("")));
        assertThat(limits.limits()).isEqualTo(LimitSettings.USUAL);

        write("limits.access-patient=4, 8/h\nlimits.shadow=true\n");
        limits.lookAgain();
        assertThat(limits.limits().policy(Limit.ACCESS_PATIENT)).isEqualTo(RatePolicy.perHour("access-patient", 4, 8));
        assertThat(limits.limits().shadow()).isTrue();

        write("");
        limits.lookAgain();
        assertThat(limits.limits()).isEqualTo(LimitSettings.USUAL);
    }

    @Test
    void fileThatCannotBeUsedChangesNothing() throws IOException {
        Path file = write("limits.factor=7\n");
        LimitFile limits = new LimitFile(Config.read(file));
        LimitSettings before = limits.limits();

        write("limits.factor=-1\n");
        limits.lookAgain();
        assertThat(limits.limits()).isEqualTo(before);
        Files.delete(file);
        limits.lookAgain();
        assertThat(limits.limits()).isEqualTo(before);
        write("limits.factor=8\n");
        limits.lookAgain();
        assertThat(limits.limits()).isEqualTo(LimitSettings.USUAL.times(8));
    }
}
