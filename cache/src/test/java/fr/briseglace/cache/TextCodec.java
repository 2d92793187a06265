package fr.briseglace.cache;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text in UTF-8; reads nothing that begins with a question mark, as if it were of a later version. */
final class TextCodec implements ValueCodec<String> {
    @Override
    public byte[] encode(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("?") ? null : text;
    }

    @Override
    public int weight(String value) {
        return value.length() * 2;
    }
}
