package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.briseglace.cache.KeyRing;
import fr.briseglace.cache.SealedValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeysTest {
    private static final byte[] NAMING = secret(1);
    private static final byte[] OLD = secret(2);
    private static final byte[] NEW = secret(3);

    private Instant written = Instant.parse("2026-01-01T00:00:00Z");

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
    @ValueSource(ints = {0, 32, 63, 65, 95, 320})
    void anyOtherNumberDoesNot(int length) throws IOException {
        Path file = Files.write(folder.resolve("keys"), new byte[length]);

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> CacheKeys.read(file, new SecureRandom()))
                .withMessageStartingWith("the file that cache.keys names must hold 64 random bytes");
    }

    @Test
    void keysTurnWithoutARestart() throws IOException {
        Path file = write(NAMING, OLD);
        CacheKeys here = CacheKeys.read(file, new SecureRandom());
        CacheKeys elsewhere = CacheKeys.read(write("elsewhere", NAMING, OLD), new SecureRandom());
        byte[] old = SealedValue.seal(here.ring(), "place", new byte[] {1});

        rewrite(file, NAMING, OLD, NEW);
        here.lookAgain();
        byte[] still = SealedValue.seal(here.ring(), "place", new byte[] {2});
        assertThat(SealedValue.open(elsewhere.ring(), "place", still)).containsExactly(2);

        rewrite(file, NAMING, NEW, OLD);
        here.lookAgain();
        byte[] fresh = SealedValue.seal(here.ring(), "place", new byte[] {3});
        assertThat(SealedValue.open(here.ring(), "place", old)).containsExactly(1);
        assertThat(SealedValue.open(elsewhere.ring(), "place", fresh)).isNull();

        rewrite(file, NAMING, NEW);
        here.lookAgain();
        assertThat(SealedValue.open(here.ring(), "place", old)).isNull();
        assertThat(SealedValue.open(here.ring(), "place", fresh)).containsExactly(3);
    }

    @Test
    void whatTheOneKeySealedBeforeKeysHadIdsOfTheirOwnOpens() throws IOException {
        KeyRing before = KeyRing.of(NAMING, List.of(new KeyRing.Key(0, OLD)), new SecureRandom());
        CacheKeys keys = CacheKeys.read(write(NAMING, OLD), new SecureRandom());

        byte[] sealed = SealedValue.seal(before, "place", new byte[] {1});
        assertThat(SealedValue.open(keys.ring(), "place", sealed)).containsExactly(1);
    }

    @Test
    void keysThatCannotBeUsedLeaveThoseKnown() throws IOException {
        Path file = write(NAMING, OLD);
        CacheKeys keys = CacheKeys.read(file, new SecureRandom());
        byte[] old = SealedValue.seal(keys.ring(), "place", new byte[] {1});

        rewrite(file, OLD, NEW);
        keys.lookAgain();
        rewrite(file, NAMING, new byte[5]);
        keys.lookAgain();
        rewrite(file, NAMING, NEW, NEW);
        keys.lookAgain();
        assertThat(SealedValue.open(keys.ring(), "place", old)).containsExactly(1);
    }

    private Path write(byte[]... parts) throws IOException {
        return write("keys", parts);
    }

    private Path write(String name, byte[]... parts) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, together(parts));
        return file;
    }

    /** As an operator would, some time later. */
    private void rewrite(Path file, byte[]... parts) throws IOException {
        Files.write(file, together(parts));
        written = written.plusSeconds(5);
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private static byte[] together(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] secret(int of) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) of);
        return secret;
    }

    @Test
    void absentFileIsNamedByItsKey() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> CacheKeys.read(folder.resolve("absent"), new SecureRandom()))
                .withMessage("the file that cache.keys names cannot be read");
    }
}
