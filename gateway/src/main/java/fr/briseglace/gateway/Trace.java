package fr.briseglace.gateway;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The trace a request belongs to (W3C trace context): the caller's where it names one, else a new one. */
final class Trace {
    private static final int HEADER_LENGTH = 55;
    private static final int ID_LENGTH = 32;

    private Trace() {}

    /** The trace id of a {@code traceparent} header: 32 hexadecimal digits. */
    static String id(@Nullable String traceparent, RandomGenerator random) {
        if (traceparent != null && traceparent.length() >= HEADER_LENGTH) {
            String id = traceparent.substring(3, 3 + ID_LENGTH);
            if (id.chars().allMatch(HexFormat::isHexDigit) && !id.chars().allMatch(c -> c == '0')) {
                return id;
            }
        }
        byte[] id = new byte[ID_LENGTH / 2];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
