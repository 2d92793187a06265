package fr.briseglace.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotsTest {
    /** Lines end where the bar is. */
    @ParameterizedTest
    @CsvSource({"'', ''", "., ..", ".|, ..|", "a|.b|c., a|..b|c.", "..|.|, ...|..|", "a.b|c.|, a.b|c.|", "é|.é, é|..é"})
    void aDotThatBeginsALineIsDoubled(String lines, String stuffed) {
        assertThat(Dots.stuffed(Buffer.buffer(lines.replace("|", "\r\n"))))
                .isEqualTo(Buffer.buffer(stuffed.replace("|", "\r\n")));
    }
}
