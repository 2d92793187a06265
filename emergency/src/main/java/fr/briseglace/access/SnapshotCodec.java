package fr.briseglace.access;

import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientStanding.Known;
import fr.briseglace.law.RecordStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The bytes of a snapshot in the shared cache, which seals them. A version byte lets old ones be thrown away. */
public final class SnapshotCodec {
    private static final int VERSION = 5;

    private SnapshotCodec() {}

    /** The bytes of a snapshot. */
    public static byte[] encode(Snapshot snapshot) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(snapshot.content().size() + 512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(snapshot.asOf().toEpochMilli());
            out.writeLong(snapshot.patientId().getMostSignificantBits());
            out.writeLong(snapshot.patientId().getLeastSignificantBits());
            out.writeLong(snapshot.recordVersion());
            writeStanding(out, snapshot.standing());
            AddresseesCodec.write(out, snapshot.toldOfAccess());
            AddresseesCodec.write(out, snapshot.toldOfRefusal());
            writeBytes(out, snapshot.content().json().whole());
            writeBytes(out, snapshot.content().basis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The snapshot of some bytes.
     *
     * @throws IllegalArgumentException where they are of another version or damaged
     */
    public static Snapshot decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalArgumentException("a snapshot of another version");
            }
            return new Snapshot(
                    Instant.ofEpochMilli(in.readLong()),
                    new UUID(in.readLong(), in.readLong()),
                    in.readLong(),
                    readStanding(in),
                    AddresseesCodec.read(in),
                    AddresseesCodec.read(in),
                    new SnapshotContent(readBytes(in), readBytes(in)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("a damaged snapshot", e);
        }
    }

    private static void writeStanding(DataOutputStream out, Known standing) throws IOException {
        out.writeBoolean(standing.deceased());
        out.writeUTF(standing.recordStatus().name());
        PatientRights rights = standing.rights();
        out.writeBoolean(rights.regulationOpposed());
        out.writeBoolean(rights.breakGlassOpposed());
        out.writeBoolean(rights.maskedInEmergency());
        out.writeInt(rights.blocked().size());
        for (String blocked : rights.blocked()) {
            out.writeUTF(blocked);
        }
    }

    private static Known readStanding(DataInputStream in) throws IOException {
        boolean deceased = in.readBoolean();
        RecordStatus status = RecordStatus.valueOf(in.readUTF());
        boolean regulationOpposed = in.readBoolean();
        boolean breakGlassOpposed = in.readBoolean();
        boolean maskedInEmergency = in.readBoolean();
        Set<String> blocked = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            blocked.add(in.readUTF());
        }
        return new Known(
                deceased, status, new PatientRights(regulationOpposed, breakGlassOpposed, maskedInEmergency, blocked));
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("cut off");
        }
        return bytes;
    }
}
