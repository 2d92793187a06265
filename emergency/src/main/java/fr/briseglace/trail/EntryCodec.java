package fr.briseglace.trail;

import fr.briseglace.notice.Channel;
import fr.briseglace.notice.Recipient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way into the trail as bytes, so that it can wait outside the store: its canonical bytes and salt, whom
 * to tell, and by what a repetition is known. For this node alone; not a format for others.
 */
public final class EntryCodec {
    private static final byte VERSION = 1;
    private static final int ABSENT = -1;

    private EntryCodec() {}

    /** The bytes of an entry. */
    public static byte[] encode(RecordEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            block(out, RecordCodec.encode(entry.record()));
            block(out, entry.leaf().salt());
            RepeatKey key = entry.key();
            block(out, key == null ? null : key.keyHash());
            block(out, key == null ? null : key.bodyHash());
            out.writeInt(entry.told().size());
            for (Recipient recipient : entry.told()) {
                text(out, recipient.kind().code());
                text(out, recipient.name());
                text(out, recipient.channel().code());
                text(out, recipient.address());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The entry that these bytes are of.
     *
     * @throws IllegalArgumentException where they are of none
     */
    public static RecordEntry decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalArgumentException("not a version that we read");
            }
            AccessRecord record = RecordCodec.decode(known(block(in)));
            Leaf leaf = Leaf.of(known(block(in)), record);
            byte[] keyHash = block(in);
            byte[] bodyHash = block(in);
            int count = in.readInt();
            List<Recipient> told = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                told.add(new Recipient(
                        Recipient.Kind.of(known(text(in))), text(in), Channel.of(known(text(in))), text(in)));
            }
            return new RecordEntry(
                    record, leaf, told, keyHash == null || bodyHash == null ? null : new RepeatKey(keyHash, bodyHash));
        } catch (IOException e) {
            throw new IllegalArgumentException("these are not the bytes of an entry", e);
        }
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        block(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void block(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? ABSENT : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        byte[] bytes = block(in);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return null;
        }
        if (length < 0 || length > in.available()) {
            throw new IllegalArgumentException("these are not the bytes of an entry");
        }
        return in.readNBytes(length);
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("what every entry has is missing");
        }
        return value;
    }
}
