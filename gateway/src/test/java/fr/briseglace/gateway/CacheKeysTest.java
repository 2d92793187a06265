package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeysTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void sixtyFourBytesMakeTheKeys() throws IOException {
        byte[] secrets = new byte[64];
        new SecureRandom().nextBytes(secrets);

        assertThat(CacheKeys.read(Files.write(folder.resolve("keys"), secrets), new SecureRandom()))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, 63, 65})
    void anyOtherNumberDoesNot(int length) throws IOException {
        Path file = Files.write(folder.resolve("keys"), new byte[length]);

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> CacheKeys.read(file, new SecureRandom()))
                .withMessage("the file that cache.keys names must hold 64 random bytes");
    }

    @Test
    void absentFileIsNamedByItsKey() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> CacheKeys.read(folder.resolve("absent"), new SecureRandom()))
                .withMessage("the file that cache.keys names cannot be read");
    }
}
