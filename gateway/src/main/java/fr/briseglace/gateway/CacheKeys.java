package fr.briseglace.gateway;

import fr.briseglace.cache.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets of the cache, from a file: 32 bytes that name, then 32 for each key that seals. The first of these seals,
 * all of them open. The file may be written anew while the gateway runs; what names stays as it is until a restart.
 */
final class CacheKeys {
    private static final Logger LOG = LoggerFactory.getLogger(CacheKeys.class);
    private static final int SECRET = KeyRing.SECRET_BYTES;
    /** So many keys tell themselves apart by their ids, all but surely. */
    private static final int MOST = 8;

    private final Path file;
    private final WrittenFiles written;
    private final byte[] naming;
    private final KeyRing ring;

    private CacheKeys(Path file, byte[] naming, KeyRing ring) {
        this.file = file;
        this.written = new WrittenFiles(List.of(file));
        this.naming = naming;
        this.ring = ring;
    }

    static CacheKeys read(Path file, SecureRandom random) {
        byte[] bytes = bytes(file);
        byte[] naming = naming(bytes);
        return new CacheKeys(file, naming, KeyRing.of(naming, sealing(bytes), random));
    }

    /** The keys as they are now, and as they will be: one ring for as long as the gateway runs. */
    KeyRing ring() {
        return ring;
    }

    /** Reads the file again where it was written since. Blocks. */
    void lookAgain() {
        if (!written.anew()) {
            return;
        }
        try {
            byte[] bytes = bytes(file);
            if (!MessageDigest.isEqual(naming, naming(bytes))) {
                throw new ConfigException("the first 32 bytes, which name entries, differ: that takes a restart");
            }
            ring.rotate(sealing(bytes));
            LOG.info("cache keys changed");
        } catch (ConfigException e) {
            LOG.atWarn().addKeyValue("cause", e.getMessage()).log("the cache keys cannot be used; those known stay");
        }
    }

    private static byte[] bytes(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ConfigException("the file that cache.keys names cannot be read");
        }
        if (bytes.length % SECRET != 0 || bytes.length < 2 * SECRET || bytes.length > (1 + MOST) * SECRET) {
            throw new ConfigException("the file that cache.keys names must hold 64 random bytes, "
                    + "and 32 more for each further key, of which there may be 7");
        }
        return bytes;
    }

    private static byte[] naming(byte[] bytes) {
        return Arrays.copyOf(bytes, SECRET);
    }

    private static List<KeyRing.Key> sealing(byte[] bytes) {
        List<KeyRing.Key> keys = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (int from = SECRET; from < bytes.length; from += SECRET) {
            byte[] secret = Arrays.copyOfRange(bytes, from, from + SECRET);
            // Of the key itself, so that all nodes call it the same wherever in the file it stands.
            int id = 1 + Byte.toUnsignedInt(Sha256.of(secret)[0]) % 255;
            if (!ids.add(id)) {
                throw new ConfigException(
                        "two keys in the file that cache.keys names cannot be told apart; make another");
            }
            keys.add(new KeyRing.Key(id, secret));
        }
        if (keys.size() == 1) {
            // What it was called before there could be others; something of then may lie on this node's disk.
            keys.add(new KeyRing.Key(0, Arrays.copyOfRange(bytes, SECRET, 2 * SECRET)));
        }
        return keys;
    }
}
