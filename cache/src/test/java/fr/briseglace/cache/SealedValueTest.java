package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SealedValueTest {
    private static final KeyRing RING = KeyRings.of(1);

    @Property
    void whatIsSealedOpensUnderItsName(@ForAll String name, @ForAll @Size(max = 500) byte[] value) {
        assertThat(SealedValue.open(RING, name, SealedValue.seal(RING, name, value)))
                .isEqualTo(value);
    }

    @Property(tries = 20)
    void anyByteAlteredIsRefused(@ForAll @Size(max = 60) byte[] value, @ForAll @IntRange(min = 1, max = 255) int flip) {
        byte[] sealed = SealedValue.seal(RING, "name", value);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= (byte) flip;
            assertThat(SealedValue.open(RING, "name", altered)).isNull();
        }
    }

    @Property
    void aValueUnderAnotherNameIsRefused(@ForAll String name, @ForAll String other, @ForAll byte[] value) {
        byte[] sealed = SealedValue.seal(RING, name, value);
        if (!name.equals(other)) {
            assertThat(SealedValue.open(RING, other, sealed)).isNull();
        }
    }

    @Property(tries = 50)
    void aValueCutShortIsRefused(@ForAll @Size(max = 60) byte[] value) {
        byte[] sealed = SealedValue.seal(RING, "name", value);
        for (int length = 0; length < sealed.length; length++) {
            assertThat(SealedValue.open(RING, "name", Arrays.copyOf(sealed, length)))
                    .isNull();
        }
    }

    @Test
    void theSameValueNeverLooksTheSameTwice() {
        assertThat(SealedValue.seal(RING, "name", new byte[20]))
                .isNotEqualTo(SealedValue.seal(RING, "name", new byte[20]));
    }

    @Test
    void anOlderKeyStillOpensAndAForgottenOneDoesNot() {
        byte[] sealed = SealedValue.seal(KeyRings.of(1), "name", new byte[] {7});
        assertThat(SealedValue.open(KeyRings.of(2, 1), "name", sealed)).containsExactly(7);
        assertThat(SealedValue.open(KeyRings.of(2), "name", sealed)).isNull();
    }
}
