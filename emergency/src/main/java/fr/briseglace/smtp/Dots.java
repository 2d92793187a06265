package fr.briseglace.smtp;

import io.vertx.core.buffer.Buffer;

/** Keeps a line of one dot from ending a message early (RFC 5321 §4.5.2). */
final class Dots {
    private Dots() {}

    /** The same lines, ended by CR and LF, with a second dot before each that begins with one; a copy. */
    static Buffer stuffed(Buffer content) {
        Buffer stuffed = Buffer.buffer(content.length() + 16);
        int from = 0;
        boolean start = true;
        for (int i = 0; i < content.length(); i++) {
            byte one = content.getByte(i);
            if (start && one == '.') {
                stuffed.appendBuffer(content, from, i - from).appendByte((byte) '.');
                from = i;
            }
            start = one == '\n';
        }
        return stuffed.appendBuffer(content, from, content.length() - from);
    }
}
