package fr.briseglace.smtp;

import io.vertx.core.buffer.Buffer;

/** Keeps a line of one dot from ending a message early (RFC 5321 §4.5.2). */
final class Dots {
    private Dots() {}

    /** The same lines, ended by CR and LF, with a second dot before each that begins with one; a copy. */
    static Buffer stuffed(Buffer content) {
        byte[] bytes = content.getBytes();
        Buffer stuffed = Buffer.buffer(bytes.length + 16);
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '.' && (i == 0 || bytes[i - 1] == '\n')) {
                stuffed.appendBytes(bytes, from, i - from).appendByte((byte) '.');
                from = i;
            }
        }
        return stuffed.appendBytes(bytes, from, bytes.length - from);
    }
}
