package fr.briseglace.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {
    @Property
    void everySerialNumberGivesAValidId(@ForAll @LongRange(min = 0, max = 9_999_999_999L) long serial) {
        String id = NationalId.of(serial);

        assertThat(NationalId.isValid(id)).isTrue();
        assertThat(id).startsWith("8" + "%010d".formatted(serial)).hasSize(12);
    }

    @Property
    void oneWrongDigitIsNoticed(
            @ForAll @LongRange(min = 0, max = 9_999_999_999L) long serial,
            @ForAll @IntRange(min = 1, max = 11) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        StringBuilder id = new StringBuilder(NationalId.of(serial));
        id.setCharAt(place, (char) ('0' + (id.charAt(place) - '0' + shift) % 10));

        assertThat(NationalId.isValid(id.toString())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"801234567897", "899700218896"})
    void idsOfPublishedExamplesAreValid(String id) {
        assertThat(NationalId.isValid(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "01234567897", "901234567897", "8012345678970", "80123456789a"})
    void whatHasNotItsShapeIsNotValid(String id) {
        assertThat(NationalId.isValid(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 10_000_000_000L})
    void aSerialNumberOfAnotherLengthIsRefused(long serial) {
        assertThatThrownBy(() -> NationalId.of(serial)).isInstanceOf(IllegalArgumentException.class);
    }
}
