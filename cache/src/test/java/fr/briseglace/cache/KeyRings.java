package fr.briseglace.cache;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rings of made-up secrets. */
final class KeyRings {
    private KeyRings() {}

    /** The first id seals; a secret is its id over and over. */
    static KeyRing of(int... ids) {
        List<KeyRing.Key> keys = IntStream.of(ids)
                .mapToObj(id -> new KeyRing.Key(id, secret(id)))
                .toList();
        return KeyRing.of(secret(99), keys, new SecureRandom());
    }

    static byte[] secret(int of) {
        byte[] secret = new byte[KeyRing.SECRET_BYTES];
        Arrays.fill(secret, (byte) of);
        return secret;
    }
}
