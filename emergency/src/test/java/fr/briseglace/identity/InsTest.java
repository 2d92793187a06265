package fr.briseglace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsTest {
    @ParameterizedTest
    @ValueSource(strings = {"279035121518989", "253072B07300470"})
    void readsRightOnes(String value) {
        assertThat(Ins.read(value, Ins.TEST)).isEqualTo(new Ins(value, Ins.TEST));
    }

    @ParameterizedTest
    @CsvSource({
        "279035121518988, 1.2.250.1.213.1.4.10, KEY",
        "279035121518989, 1.2.3, AUTHORITY",
        "279035121518989, 1.2.250.1.213.1.4.2, AUTHORITY",
        "2790351215189, 1.2.250.1.213.1.4.10, LENGTH",
        "2790351215189890, 1.2.250.1.213.1.4.8, LENGTH",
        "'279 35121518989', 1.2.250.1.213.1.4.8, CHARACTERS",
        "2790351C1518989, 1.2.250.1.213.1.4.8, CHARACTERS",
        "253071A07300470, 1.2.250.1.213.1.4.8, CHARACTERS",
        "253072b07300470, 1.2.250.1.213.1.4.8, CHARACTERS",
        "979035121518989, 1.2.250.1.213.1.4.8, SEX",
        "279005121518989, 1.2.250.1.213.1.4.8, MONTH",
        "279135121518989, 1.2.250.1.213.1.4.8, MONTH",
        "２79035121518989, 1.2.250.1.213.1.4.8, CHARACTERS",
    })
    void namesWhatIsWrong(String value, String oid, InsFault fault) {
        assertThat(Ins.read(value, oid)).isEqualTo(fault);
    }

    @Test
    void everyAuthorityOfTodayIsTaken() {
        for (String oid : new String[] {Ins.NIR, Ins.NIA, Ins.TEST, Ins.DEMO}) {
            assertThat(Ins.read("279035121518989", oid)).isInstanceOf(Ins.class);
        }
    }

    @Test
    void saysNothingOfThePerson() {
        assertThat(new Ins("279035121518989", Ins.TEST).toString()).doesNotContain("279");
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.strings().numeric().ofLength(9).map(tail -> "1" + "85" + "07" + tail.substring(1));
    }

    @Property
    void oneWrongDigitIsNeverTaken(
            @ForAll("bodies") String body,
            @ForAll @IntRange(min = 5, max = 12) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String right = body + "%02d".formatted(Ins.key(body));
        char wrong = (char) ('0' + (right.charAt(at) - '0' + by) % 10);
        assertThat(Ins.read(right, Ins.TEST)).isInstanceOf(Ins.class);
        assertThat(Ins.read(right.substring(0, at) + wrong + right.substring(at + 1), Ins.TEST))
                .isEqualTo(InsFault.KEY);
    }

    @Property
    void anyTextIsReadWithoutSurprise(@ForAll String value, @ForAll String oid) {
        assertThat(Ins.read(value, oid)).isNotNull();
        assertThat(Ins.read(value, Ins.NIR)).isNotNull();
    }
}
