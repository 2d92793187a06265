package fr.briseglace.hub;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever the hub brings, reading answers with a message or a fault, and never throws. */
class CaseMessageFuzzTest {
    private static final String SOUND = HubMessages.enveloped(HubMessages.creation(
            HubMessages.patient(1, HubMessages.nir(new Ins("279035121518989", Ins.NIR))),
            HubMessages.patient(2, HubMessages.traits("Roy", "Julie", "1979-03-28")),
            HubMessages.patient(3, HubMessages.number("SINUS", "44-0001"))));

    private static final List<String> PIECES = List.of(
            "null",
            "{}",
            "[]",
            "[[[[",
            "\"\"",
            "-1e400",
            "\"NIR\"",
            "\"\\ud800\"",
            "}",
            "]",
            ",",
            ":",
            "\u0000",
            "\"patient\":",
            "\"content\":[",
            "\"caseId\":\"a.b.c.d\",",
            "é");

    private static void isAnswered(byte[] bytes) {
        assertThat(CaseMessage.read(bytes)).isInstanceOfAny(CaseMessage.class, HubFault.class);
    }

    @Property(tries = 4_000)
    void anyBytesAreAnswered(@ForAll @Size(max = 300) byte[] bytes) {
        isAnswered(bytes);
    }

    @Property(tries = 8_000)
    void aDamagedMessageIsAnswered(
            @ForAll @IntRange(max = 10_000) int from,
            @ForAll @IntRange(max = 60) int length,
            @ForAll("pieces") String piece) {
        int start = from % SOUND.length();
        int end = Math.min(SOUND.length(), start + length);
        isAnswered((SOUND.substring(0, start) + piece + SOUND.substring(end)).getBytes(StandardCharsets.UTF_8));
    }

    /** The published forms of the ids can take a reader forever; ours cannot. */
    @Property(tries = 2_000)
    void anyIdIsAnsweredInTimeThatGrowsWithItsLength(
            @ForAll @StringLength(max = 60_000) @net.jqwik.api.constraints.CharRange(from = 'a', to = 'c') String part,
            @ForAll @IntRange(max = 12) int dots,
            @ForAll boolean ended) {
        String id = (part + ".").repeat(dots) + part + (ended ? "" : "!");
        assertThat(CaseId.read(id).isPresent() || CaseId.read(id).isEmpty()).isTrue();
        assertThat(CasePatientId.read(id)).isEmpty();
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }
}
