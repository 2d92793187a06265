package fr.briseglace.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.BufferRecycler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WipedBuffersTest {
    private static final String TEXT = "[\"Jeanne Exemple\",\"née à Saint-Nazaire\"]";

    private final BufferRecycler kept = new WipedBuffers().acquirePooled();

    @Test
    void nothingOfWhatWasReadStaysBehind() throws IOException {
        read(Json.usual().createParser(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8))));
        read(Json.usual().createParser(new StringReader(TEXT)));
        assertKeptIsBlank();
    }

    @Test
    void nothingOfWhatWasWrittenStaysBehind() throws IOException {
        try (JsonGenerator json = Json.usual().createGenerator(OutputStream.nullOutputStream())) {
            json.writeString(TEXT);
        }
        try (JsonGenerator json = Json.usual().createGenerator(new StringWriter())) {
            json.writeString(TEXT);
        }
        assertKeptIsBlank();
    }

    private static void read(JsonParser parser) throws IOException {
        try (parser) {
            while (parser.nextToken() != null) {
                assertThat(parser.getText()).isNotNull();
            }
        }
    }

    private void assertKeptIsBlank() {
        for (int use = 0; use <= BufferRecycler.BYTE_BASE64_CODEC_BUFFER; use++) {
            assertThat(kept.allocByteBuffer(use)).containsOnly(0);
        }
        for (int use = 0; use <= BufferRecycler.CHAR_NAME_COPY_BUFFER; use++) {
            assertThat(kept.allocCharBuffer(use)).containsOnly('\0');
        }
    }
}
