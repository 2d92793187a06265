package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgetfulJsonTest {
    private static final JsonObject ALL_KINDS = new JsonObject()
            .put("text", "née à Saint-Nazaire \"\n\u0001😀")
            .put("number", 1.5)
            .put("whole", Long.MAX_VALUE)
            .put("yes", true)
            .putNull("nothing")
            .put("list", JsonArray.of(1, "2", new JsonObject()));

    @Test
    void vertxUsesIt() {
        assertThat(Json.CODEC.getClass().getEnclosingClass()).isEqualTo(ForgetfulJson.class);
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        assertThat(new JsonObject(ALL_KINDS.encode())).isEqualTo(ALL_KINDS);
        assertThat(new JsonObject(ALL_KINDS.toBuffer())).isEqualTo(ALL_KINDS);
        assertThat(new JsonObject(ALL_KINDS.encodePrettily())).isEqualTo(ALL_KINDS);
        assertThat(ALL_KINDS.encodePrettily()).contains("\n");
        assertThat(Json.decodeValue("[1,2]")).isEqualTo(JsonArray.of(1, 2));
        assertThat(Json.encode(null)).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":}", "{} {}", "[1,]", "{\"a\":1 /* so */}", "nul"})
    void whatIsNoJsonIsNotRead(String text) {
        assertThatExceptionOfType(DecodeException.class).isThrownBy(() -> new JsonObject(text));
        assertThatExceptionOfType(DecodeException.class).isThrownBy(() -> new JsonObject(Buffer.buffer(text)));
    }
}
