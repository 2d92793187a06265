package fr.briseglace.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "06.12.34.56.78, +33612345678",
        "06-12-34-56-78, +33612345678",
        "0612345678, +33612345678",
        "+33612345678, +33612345678",
        "+33 6 12 34 56 78, +33612345678",
        "+33 (0)6 12 34 56 78, +33612345678",
        "+330612345678, +33612345678",
        "0033 6 12 34 56 78, +33612345678",
        "0690 12 34 56, +590690123456",
        "0692 12 34 56, +262692123456",
        "0694 12 34 56, +594694123456",
        "0696 12 34 56, +596696123456",
        "+32 470 12 34 56, +32470123456",
    })
    void readsWhatPeopleWrite(String written, String e164) {
        assertThat(PhoneNumber.read(written)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "15", "112", "06 12 34 56", "061234567890", "+0612345678", "06 12 34 56 7x", "+1234567"})
    void anythingElseIsNoNumber(String written) {
        assertThat(PhoneNumber.read(written)).isEmpty();
    }
}
