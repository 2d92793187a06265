package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private final KeyRing ring = KeyRings.of(1);

    @Test
    void aNameIsThePrefixAndThirtyTwoBytesThatTellNothing() {
        String name = ring.name("bg:s:", "identity");
        assertThat(name).startsWith("bg:s:").doesNotContain("identity");
        assertThat(Base64.getUrlDecoder().decode(name.substring("bg:s:".length())))
                .hasSize(32);
    }

    @Test
    void namesOutliveTheRotationOfSealingKeys() {
        assertThat(KeyRings.of(2, 1).name("p:", "identity")).isEqualTo(ring.name("p:", "identity"));
        assertThat(ring.name("p:", "other")).isNotEqualTo(ring.name("p:", "identity"));
    }

    @Test
    void rotationSealsWithTheNewKeyAndOpensWhatOlderOnesSealed() {
        byte[] before = SealedValue.seal(ring, "place", new byte[] {1});
        ring.rotate(List.of(new KeyRing.Key(2, KeyRings.secret(2)), new KeyRing.Key(1, KeyRings.secret(1))));
        byte[] after = SealedValue.seal(ring, "place", new byte[] {2});

        assertThat(SealedValue.open(ring, "place", before)).containsExactly(1);
        assertThat(SealedValue.open(KeyRings.of(1), "place", after)).isNull();
        ring.rotate(List.of(new KeyRing.Key(2, KeyRings.secret(2))));
        assertThat(SealedValue.open(ring, "place", before)).isNull();
        assertThat(SealedValue.open(ring, "place", after)).containsExactly(2);
    }

    @Test
    void noncesDoNotRepeat() {
        Set<List<Byte>> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            byte[] nonce = ring.nextNonce();
            List<Byte> boxed = new ArrayList<>();
            for (byte b : nonce) {
                boxed.add(b);
            }
            assertThat(seen.add(boxed)).isTrue();
        }
    }

    @Test
    void twoRingsStartTheirNoncesInDifferentPlaces() {
        assertThat(ring.nextNonce()).isNotEqualTo(KeyRings.of(1).nextNonce());
    }

    @Test
    void shortSecretsEmptyRingsAndDoubleIdsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyRing.Key(1, new byte[16]));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyRing.Key(256, KeyRings.secret(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of(KeyRings.secret(1), List.of(), new SecureRandom()));
        assertThatIllegalStateException().isThrownBy(() -> KeyRings.of(1, 1));
    }

    @Test
    void aRingShowsNoSecret() {
        assertThat(KeyRings.of(2, 1)).hasToString("KeyRing[current=2, ids=[1, 2]]");
    }
}
