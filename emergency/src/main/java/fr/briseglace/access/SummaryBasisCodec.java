package fr.briseglace.access;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.summary.Author;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.ClinicalItemJson;
import fr.briseglace.summary.Source;
import fr.briseglace.summary.SourceKind;
import fr.briseglace.summary.SourcedDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The packed bytes of a basis, a seventh of what the renderings take that are made from it. */
final class SummaryBasisCodec {
    private static final int ABSENT = -1;

    private SummaryBasisCodec() {}

    static byte[] encode(SummaryBasis basis) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(basis.id().getMostSignificantBits());
            out.writeLong(basis.id().getLeastSignificantBits());
            writeText(out, basis.ins().value());
            writeText(out, basis.ins().oid());
            writeIdentity(out, basis.identity());
            out.writeLong(basis.today().toEpochDay());
            writeInstant(out, basis.asOf());
            out.writeInt(basis.documents().size());
            for (SourcedDocument document : basis.documents()) {
                writeDocument(out, document);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Packed.pack(bytes.toByteArray());
    }

    /** The basis of bytes that {@link #encode} gave; those of anything else fail. */
    static SummaryBasis decode(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Packed.unpack(packed)))) {
            UUID id = new UUID(in.readLong(), in.readLong());
            Ins ins = new Ins(readWords(in), readWords(in));
            PatientIdentity identity = readIdentity(in);
            LocalDate today = LocalDate.ofEpochDay(in.readLong());
            Instant asOf = readInstant(in);
            List<SourcedDocument> documents = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                documents.add(readDocument(in));
            }
            return new SummaryBasis(id, ins, identity, documents, today, asOf);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static void writeIdentity(DataOutputStream out, PatientIdentity identity) throws IOException {
        writeText(out, identity.birthName());
        out.writeInt(identity.givenNames().size());
        for (String name : identity.givenNames()) {
            writeText(out, name);
        }
        writeText(out, identity.usedName());
        out.writeLong(identity.birthDate().toEpochDay());
        writeText(out, identity.sex().name());
        writeText(out, identity.birthPlace());
        writeText(out, identity.status().name());
    }

    private static PatientIdentity readIdentity(DataInputStream in) throws IOException {
        String birthName = readWords(in);
        List<String> givenNames = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            givenNames.add(readWords(in));
        }
        return new PatientIdentity(
                birthName,
                givenNames,
                readText(in),
                LocalDate.ofEpochDay(in.readLong()),
                Sex.valueOf(readWords(in)),
                readText(in),
                IdentityStatus.valueOf(readWords(in)));
    }

    private static void writeDocument(DataOutputStream out, SourcedDocument document) throws IOException {
        Source source = document.source();
        writeText(out, source.id());
        writeText(out, source.type());
        writeText(out, source.title());
        writeInstant(out, source.date());
        writeText(out, source.author().name());
        writeText(out, source.author().profession());
        writeText(out, source.author().specialty());
        writeText(out, source.author().id());
        writeText(out, source.kind().name());
        out.writeInt(document.items().size());
        for (ClinicalItem item : document.items()) {
            writeText(out, ClinicalItemJson.write(item));
        }
    }

    private static SourcedDocument readDocument(DataInputStream in) throws IOException {
        Source source = new Source(
                readWords(in),
                readWords(in),
                readWords(in),
                readInstant(in),
                new Author(readText(in), readText(in), readText(in), readText(in)),
                SourceKind.valueOf(readWords(in)));
        List<ClinicalItem> items = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            items.add(ClinicalItemJson.read(readWords(in)));
        }
        return new SourcedDocument(source, items);
    }

    private static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    /** Of any length, which the texts of {@link DataOutputStream} are not. */
    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == ABSENT ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String readWords(DataInputStream in) throws IOException {
        String text = readText(in);
        if (text == null) {
            throw new IOException("what every basis has is missing");
        }
        return text;
    }
}
