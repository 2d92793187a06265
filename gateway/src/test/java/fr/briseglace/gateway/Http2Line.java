package fr.briseglace.gateway;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** A connection over which frames of HTTP/2 (RFC 9113) are sent as they are, however wrong. */
final class Http2Line implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RESET = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GO_AWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;

    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_LENGTH = 5;
    private static final int ACKNOWLEDGED = 1;
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    private final SSLSocket socket;

    /** What came back on a stream; 0 is the connection. */
    @SuppressWarnings("ArrayRecordComponent") // Looked at and forgotten.
    record Frame(int type, int flags, int stream, byte[] payload) {
        /** Whether these are the headers of a success, by the short forms that HPACK has (RFC 7541, appendix A). */
        boolean succeeded() {
            int status = (flags & PRIORITY) == 0 ? 0 : PRIORITY_LENGTH;
            return type == HEADERS && (payload[status] & 0xff) >= 0x88 && (payload[status] & 0xff) <= 0x8a;
        }
    }

    Http2Line(House house) throws IOException {
        socket = house.line("h2");
        socket.getOutputStream().write(PREFACE.getBytes(StandardCharsets.US_ASCII));
        send(frame(SETTINGS, 0, 0, new byte[0]));
    }

    static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return Buffer.buffer()
                .appendMedium(payload.length)
                .appendByte((byte) type)
                .appendByte((byte) flags)
                .appendInt(stream)
                .appendBytes(payload)
                .getBytes();
    }

    /** Names and values in turn, as they are, without any compression (RFC 7541, 6.2.2). */
    static byte[] block(String... fields) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i++) {
            if (i % 2 == 0) {
                block.write(0);
            }
            byte[] text = fields[i].getBytes(StandardCharsets.ISO_8859_1);
            length(block, text.length);
            block.writeBytes(text);
        }
        return block.toByteArray();
    }

    private static void length(ByteArrayOutputStream block, int length) {
        if (length < 127) {
            block.write(length);
            return;
        }
        block.write(127);
        int rest = length - 127;
        for (; rest >= 128; rest /= 128) {
            block.write(rest % 128 + 128);
        }
        block.write(rest);
    }

    /** Sends, unless the other end has hung up meanwhile. */
    Http2Line send(byte[]... frames) {
        Buffer all = Buffer.buffer();
        for (byte[] frame : frames) {
            all.appendBytes(frame);
        }
        try {
            socket.getOutputStream().write(all.getBytes());
        } catch (IOException hungUp) {
            // What it said before is still there to be read.
        }
        return this;
    }

    /** What comes back until the other end hangs up, or answers a ping that is sent last. */
    List<Frame> answers() throws IOException {
        send(frame(PING, 0, 0, new byte[8]));
        List<Frame> frames = new ArrayList<>();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        try {
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                Frame frame = new Frame(type, flags, stream, in.readNBytes(length));
                if (type == PING && flags == ACKNOWLEDGED) {
                    return frames;
                }
                frames.add(frame);
            }
        } catch (EOFException | SocketException hungUp) {
            return frames;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
