package fr.briseglace.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;

/**
 * What an event loop last read must not stay in its memory for long. Netty turns bytes into text through one array of
 * 1 KiB for each thread, which nobody clears: every second other bytes are put through it.
 */
final class Remains {
    private static final int ARRAY_BYTES = 1024;
    private static final long EVERY_MILLIS = 1_000;
    /** Outside the heap: what lies in the heap is decoded where it lies. */
    private static final ByteBuf BLANK = Unpooled.unreleasableBuffer(
            Unpooled.directBuffer(ARRAY_BYTES).writeZero(ARRAY_BYTES).asReadOnly());

    private Remains() {}

    /** From now on, on the event loop of the caller. */
    static void clear(Vertx loop) {
        loop.setPeriodic(EVERY_MILLIS, tick -> BLANK.toString(StandardCharsets.ISO_8859_1));
    }
}
