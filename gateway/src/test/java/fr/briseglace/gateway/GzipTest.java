package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.briseglace.access.Rendering;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GzipTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "GZIP | true",
                "x-gzip | true",
                "br, gzip;q=0.1, * | true",
                "deflate, gzip ; q=1.0 | true",
                "* | true",
                "*;q=0 | false",
                "gzip;q=0, * | false",
                "gzip;q=0.000 | false",
                "gzip;q=nonsense | false",
                "gzip;q=-1 | false",
                "br, identity | false",
                "gzipped | false",
                "'' | false"
            })
    void isUsedWhereItIsAccepted(String header, boolean accepted) {
        assertThat(Gzip.acceptedBy(header)).isEqualTo(accepted);
    }

    @Test
    void isNotUsedWhereNothingOrTooMuchIsSaid() {
        assertThat(Gzip.acceptedBy(null)).isFalse();
        assertThat(Gzip.acceptedBy("gzip," + "br,".repeat(1_000))).isFalse();
    }

    @Property(tries = 200)
    void wholeIsReadAsItWas(@ForAll byte[] bytes) throws IOException {
        assertThat(read(Gzip.whole(Buffer.buffer(bytes)))).isEqualTo(bytes);
    }

    @Property(tries = 300)
    void whatIsPutTogetherIsReadAsOne(
            @ForAll @Size(max = 700) byte[] before,
            @ForAll @Size(max = 5_000) byte[] content,
            @ForAll @Size(max = 700) byte[] after)
            throws IOException {
        Buffer all = Buffer.buffer(before).appendBytes(content).appendBytes(after);
        assertThat(read(Gzip.together(List.of(Gzip.stored(before), Rendering.open(content), Gzip.stored(after)))))
                .isEqualTo(all.getBytes());
    }

    @Test
    void shortPiecesAreShort() {
        byte[] most = new byte[65_535];
        assertThat(Gzip.together(List.of(Gzip.stored(most), Gzip.stored(most))).length())
                .isGreaterThan(2 * most.length);
        assertThatIllegalArgumentException().isThrownBy(() -> Gzip.stored(new byte[65_536]));
    }

    private static byte[] read(Buffer gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip.getBytes()))) {
            return in.readAllBytes();
        }
    }
}
