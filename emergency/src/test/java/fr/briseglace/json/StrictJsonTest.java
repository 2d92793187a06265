package fr.briseglace.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static @Nullable Map<String, @Nullable Object> read(String text) {
        return StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Buffer bytes(int... values) {
        Buffer buffer = Buffer.buffer();
        for (int value : values) {
            buffer.appendByte((byte) value);
        }
        return buffer;
    }

    @Test
    void readsEveryKindOfValue() {
        assertThat(read(" {\"a\":\"é\\u00e9😀\",\"b\":[true,false,1.5],\"c\":{\"d\":{}},\"e\":null}\r\n"))
                .containsEntry("a", "éé😀")
                .containsEntry("b", List.of(true, false, 1.5))
                .containsEntry("c", Map.of("d", Map.of()))
                .containsEntry("e", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "{}}",
                "{} {}",
                "{}x",
                "{}\u0000",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"o\":{\"a\":1,\"a\":1}}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":'b'}",
                "{\"a\":[1,]}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":+1}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":0x10}",
                "{\"a\":TRUE}",
                "{\"a\":undefined}",
                "{/* c */}",
                "{}//c",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "\uFEFF{}",
                "{\uFEFF}",
                "\u00A0{}"
            })
    void anythingLooserIsNoJson(String text) {
        assertThat(read(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud800\\ud800", "\\udc00\\ud800", "x\\ud83dx"})
    void halfASurrogatePairIsNoText(String escaped) {
        assertThat(read("{\"a\":\"" + escaped + "\"}")).isNull();
        assertThat(read("{\"a\":[{\"b\":\"" + escaped + "\"}]}")).isNull();
    }

    @Test
    void brokenUtf8IsNoText() {
        List<Buffer> broken = List.of(
                bytes(0xC3),
                bytes(0x80),
                bytes(0xC0, 0xAF),
                bytes(0xE0, 0x80, 0xAF),
                bytes(0xED, 0xA0, 0x80),
                bytes(0xF4, 0x90, 0x80, 0x80),
                bytes(0xFF));
        assertThat(broken).allSatisfy(bad -> assertThat(StrictJson.object(Buffer.buffer("{\"a\":\"")
                        .appendBuffer(bad)
                        .appendString("\"}")
                        .getBytes()))
                .isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-16"})
    void noOtherEncodingIsGuessed(String charset) {
        assertThat(StrictJson.object("{\"a\":1}".getBytes(Charset.forName(charset))))
                .isNull();
    }

    @Test
    void depthIsBounded() {
        String deep = "{\"a\":".repeat(16) + "1" + "}".repeat(16);
        assertThat(read(deep)).isNotNull();
        assertThat(read("{\"a\":" + deep + "}")).isNull();
        assertThat(read("{\"a\":" + "[".repeat(4_000) + "]".repeat(4_000) + "}"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e99999999999999999999", "0.0e0", "1E+400"})
    void hugeExponentsCostNothing(String number) {
        assertThat(read("{\"a\":" + number + "}")).containsOnlyKeys("a");
    }

    @Test
    void longNumbersNamesAndTextsAreRefused() {
        assertThat(read("{\"a\":" + "1".repeat(40) + "}")).isNotNull();
        assertThat(read("{\"a\":" + "1".repeat(41) + "}")).isNull();
        assertThat(read("{\"" + "a".repeat(1_000) + "\":1}")).isNull();
        assertThat(read("{\"a\":\"" + "a".repeat(70_000) + "\"}")).isNull();
    }

    @Test
    void bytesAreUtf8WhateverThePlatformSays() {
        assertThat(StrictJson.object("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .isNull();
    }
}
