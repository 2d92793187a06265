package fr.briseglace.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.briseglace.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.EncodeException;
import io.vertx.core.json.jackson.JacksonCodec;
import io.vertx.core.spi.JsonFactory;
import io.vertx.core.spi.json.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;

/** Vert.x' JSON on buffers that keep nothing of what was in them; Vert.x finds it by itself, as a service. */
public final class ForgetfulJson implements JsonFactory {
    private static final int FIRST = -1;
    private static final com.fasterxml.jackson.core.JsonFactory JSON = Json.usual();

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public JsonCodec codec() {
        return new Codec();
    }

    private static final class Codec extends JacksonCodec {
        @Override
        public <T> T fromString(String json, Class<T> type) {
            try {
                return fromParser(JSON.createParser(json), type);
            } catch (IOException e) {
                throw new DecodeException("not JSON", e);
            }
        }

        @Override
        public <T> T fromBuffer(Buffer json, Class<T> type) {
            try {
                return fromParser(JSON.createParser(json.getBytes()), type);
            } catch (IOException e) {
                throw new DecodeException("not JSON", e);
            }
        }

        @Override
        public String toString(Object object, boolean pretty) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(text)) {
                write(object, pretty, json);
            } catch (IOException e) {
                throw new EncodeException("cannot be written", e);
            }
            return text.toString();
        }

        @Override
        public Buffer toBuffer(Object object, boolean pretty) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator json = JSON.createGenerator(bytes)) {
                write(object, pretty, json);
            } catch (IOException e) {
                throw new EncodeException("cannot be written", e);
            }
            return Buffer.buffer(bytes.toByteArray());
        }

        private static void write(Object object, boolean pretty, JsonGenerator json) {
            if (pretty) {
                json.useDefaultPrettyPrinter();
            }
            encodeJson(object, json);
        }
    }
}
