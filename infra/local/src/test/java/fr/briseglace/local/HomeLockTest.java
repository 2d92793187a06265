package fr.briseglace.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    Path home;

    @Test
    void aLockIsTakenByOneAtATime() throws IOException {
        try (HomeLock held = HomeLock.take(home, "some.lock")) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> HomeLock.take(home, "some.lock")).isInstanceOf(IOException.class);
            HomeLock.take(home, "other.lock").close();
        }
        HomeLock.take(home, "some.lock").close();
    }

    @Test
    void theFolderIsMadeWhereItIsMissing() throws IOException {
        HomeLock.take(home.resolve("new/folder"), "some.lock").close();

        assertThat(home.resolve("new/folder")).isDirectory();
    }
}
