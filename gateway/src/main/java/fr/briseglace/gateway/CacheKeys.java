package fr.briseglace.gateway;

import fr.briseglace.cache.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** The secrets of the cache, from a file of 64 bytes: 32 that name, 32 that seal. */
final class CacheKeys {
    private CacheKeys() {}

    static KeyRing read(Path file, SecureRandom random) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ConfigException("the file that cache.keys names cannot be read");
        }
        if (bytes.length != 2 * KeyRing.SECRET_BYTES) {
            throw new ConfigException("the file that cache.keys names must hold 64 random bytes");
        }
        byte[] naming = Arrays.copyOf(bytes, KeyRing.SECRET_BYTES);
        byte[] sealing = Arrays.copyOfRange(bytes, KeyRing.SECRET_BYTES, bytes.length);
        return KeyRing.of(naming, List.of(new KeyRing.Key(0, sealing)), random);
    }
}
