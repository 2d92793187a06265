package fr.briseglace.access;

import fr.briseglace.notice.Addressees;
import fr.briseglace.notice.Addressees.Turn;
import fr.briseglace.notice.Channel;
import fr.briseglace.notice.Recipient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes of those who are told, as part of a snapshot. */
final class AddresseesCodec {
    private AddresseesCodec() {}

    static byte[] encode(Addressees addressees) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, addressees);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Addressees decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(DataOutputStream out, Addressees addressees) throws IOException {
        out.writeShort(addressees.turns().size());
        for (Turn turn : addressees.turns()) {
            out.writeLong(turn.from().getEpochSecond());
            writeRecipients(out, turn.told());
        }
    }

    static Addressees read(DataInputStream in) throws IOException {
        int size = in.readUnsignedShort();
        List<Turn> turns = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            turns.add(new Turn(Instant.ofEpochSecond(in.readLong()), readRecipients(in)));
        }
        return new Addressees(turns);
    }

    private static void writeRecipients(DataOutputStream out, List<Recipient> recipients) throws IOException {
        out.writeByte(recipients.size());
        for (Recipient recipient : recipients) {
            out.writeUTF(recipient.kind().code());
            writeText(out, recipient.name());
            out.writeUTF(recipient.channel().code());
            writeText(out, recipient.address());
        }
    }

    private static List<Recipient> readRecipients(DataInputStream in) throws IOException {
        int size = in.readUnsignedByte();
        List<Recipient> recipients = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Recipient.Kind kind = Recipient.Kind.of(in.readUTF());
            String name = readText(in);
            recipients.add(new Recipient(kind, name, Channel.of(in.readUTF()), readText(in)));
        }
        return recipients;
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
