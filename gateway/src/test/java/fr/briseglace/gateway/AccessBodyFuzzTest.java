package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.InsFault;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AccessBodyFuzzTest {
    /** A reading, or a problem that is the caller's: nothing else may come of a body. */
    private static void answers(byte[] bytes) {
        try {
            assertThat(AccessBody.read(Buffer.buffer(bytes), token -> InsFault.CANDIDATE)
                            .patient())
                    .isNotNull();
        } catch (ProblemException problem) {
            assertThat(problem.problem().slug()).isEqualTo(Slug.MALFORMED);
            assertThat(problem.problem().errors()).isNotEmpty();
        }
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 300) byte[] bytes) {
        answers(bytes);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        answers(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void anyByteOfARightBodyMayBeWrong(
            @ForAll boolean regulation, @ForAll @IntRange(max = 10_000) int place, @ForAll byte wrong) {
        byte[] bytes = (regulation ? Bodies.REGULATION : Bodies.BREAK_GLASS).getBytes(StandardCharsets.UTF_8);
        bytes[place % bytes.length] = wrong;
        answers(bytes);
    }

    @Property
    void anyPartOfARightBodyMayBeCutOutOrTwice(
            @ForAll @IntRange(max = 300) int from, @ForAll @IntRange(max = 300) int to, @ForAll boolean twice) {
        String body = Bodies.BREAK_GLASS;
        int start = Math.min(Math.min(from, to), body.length());
        int end = Math.min(Math.max(from, to), body.length());
        String part = body.substring(start, end);
        answers((body.substring(0, start) + (twice ? part + part : "") + body.substring(end))
                .getBytes(StandardCharsets.UTF_8));
    }
}
