package fr.briseglace.store;

import fr.briseglace.cda.CdaDocument;
import fr.briseglace.cda.CdaFault;
import fr.briseglace.cda.CdaReader;
import fr.briseglace.cda.DocumentHeader;
import fr.briseglace.cda.RelatedDocument;
import fr.briseglace.identity.Ins;
import fr.briseglace.store.Deposit.Accepted;
import fr.briseglace.store.Deposit.AlreadyThere;
import fr.briseglace.store.Deposit.Rejected;
import fr.briseglace.summary.Author;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.ClinicalItemJson;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Puts clinical documents into records: whole as they came, and read into items. */
public final class Deposits {
    private static final String LOCK = "select pg_advisory_xact_lock(patient_lock($1))";
    private static final String INSERT = """
            insert into document (patient_id, document_id, unique_id, set_id, version_number, type_code, type_system,
                title, created_at, author, source_kind, media_type, size, sha256, masked, hidden_from_patient,
                hidden_from_representatives, content, deposited_at, replaces, status)
            select $1, $2, $3, $4::text, $5::int, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                case when exists (select from document n
                                  where n.patient_id = $1
                                    and ($3 = any (n.replaces)
                                         or (n.set_id = $4::text and n.version_number > $5::int)))
                     then 'superseded' else 'current' end
            on conflict (patient_id, unique_id) do nothing
            returning document_id
            """;
    private static final String SAME = "select sha256 from document where patient_id = $1 and unique_id = $2";
    private static final String SUPERSEDE = """
            update document set status = 'superseded'
            where patient_id = $1 and document_id <> $2 and status = 'current'
              and (unique_id = any ($3) or (set_id = $4 and version_number < $5))
            """;
    private static final String ITEMS = """
            insert into clinical_item (patient_id, document_id, ordinal, section, content)
            select $1, $2, i.ordinal, i.section, i.content::jsonb
            from unnest($3::text[], $4::text[]) with ordinality as i (section, content, ordinal)
            """;

    private final SqlConnection sql;
    private final Supplier<UUID> ids;
    private final Supplier<Instant> now;

    /** Deposits in the connection's transaction. */
    public Deposits(SqlConnection sql, Supplier<UUID> ids, Supplier<Instant> now) {
        this.sql = sql;
        this.ids = ids;
        this.now = now;
    }

    /** Reads a document and puts it into its patient's record. */
    public Future<Deposit> deposit(byte[] xml, Marks marks) {
        return switch (CdaReader.read(xml)) {
            case CdaFault fault -> Future.succeededFuture(new Rejected(fault.name()));
            case CdaDocument document -> deposit(xml, document, marks);
        };
    }

    /** Puts a document that was read into its patient's record. */
    public Future<Deposit> deposit(byte[] xml, CdaDocument document, Marks marks) {
        Ins ins = document.header().ins();
        if (ins == null) {
            return Future.succeededFuture(new Rejected("NO_INS"));
        }
        return new Registry(sql)
                .find(ins)
                .compose(patient -> patient.isEmpty()
                        ? Future.succeededFuture(new Rejected("PATIENT_UNKNOWN"))
                        : deposit(patient.get(), xml, document, marks));
    }

    private Future<Deposit> deposit(UUID patientId, byte[] xml, CdaDocument document, Marks marks) {
        UUID documentId = ids.get();
        return sql.preparedQuery(LOCK)
                .execute(Tuple.of(patientId))
                .compose(locked -> sql.preparedQuery(INSERT)
                        .execute(row(patientId, documentId, xml, document, marks.and(document.header()))))
                .compose(inserted -> inserted.size() == 0
                        ? sameAs(patientId, xml, document)
                        : fill(patientId, documentId, document));
    }

    private Future<Deposit> fill(UUID patientId, UUID documentId, CdaDocument document) {
        return supersede(patientId, documentId, document.header())
                .compose(done -> items(patientId, documentId, document.items()))
                .map(new Accepted(patientId, documentId));
    }

    private Tuple row(UUID patientId, UUID documentId, byte[] xml, CdaDocument document, Marks marks) {
        DocumentHeader header = document.header();
        byte[] served = served(xml, document);
        return Tuple.tuple()
                .addUUID(patientId)
                .addUUID(documentId)
                .addString(header.uniqueId())
                .addString(header.setId())
                .addInteger(header.version())
                .addString(header.type().code())
                .addString(header.type().system())
                .addString(header.title())
                .addOffsetDateTime(header.created().atOffset(ZoneOffset.UTC))
                .addJsonObject(author(header))
                .addString(header.kind().jsonName())
                .addString(
                        document.body() == null ? "text/xml" : document.body().mediaType())
                .addLong((long) served.length)
                .addBuffer(Buffer.buffer(sha256(served)))
                .addBoolean(marks.masked())
                .addBoolean(marks.hiddenFromPatient())
                .addBoolean(marks.hiddenFromRepresentatives())
                .addBuffer(Buffer.buffer(gzip(xml)))
                .addOffsetDateTime(now.get().atOffset(ZoneOffset.UTC))
                .addArrayOfString(replaced(header));
    }

    /** What a reader of the document gets: the document itself, or the content that a level-1 document carries. */
    private static byte[] served(byte[] xml, CdaDocument document) {
        return document.body() == null ? xml : document.body().content();
    }

    private static JsonObject author(DocumentHeader header) {
        Author author = header.authors().isEmpty()
                ? Author.UNKNOWN
                : header.authors().getFirst().asAuthor();
        return new JsonObject()
                .put("name", author.name())
                .put("profession", author.profession())
                .put("specialty", author.specialty())
                .put("id", author.id());
    }

    private Future<Deposit> sameAs(UUID patientId, byte[] xml, CdaDocument document) {
        return sql.preparedQuery(SAME)
                .execute(Tuple.of(patientId, document.header().uniqueId()))
                .map(rows -> {
                    byte[] known = rows.iterator().next().getBuffer(0).getBytes();
                    boolean same = MessageDigest.isEqual(known, sha256(served(xml, document)));
                    return same ? new AlreadyThere() : new Rejected("UNIQUE_ID_TAKEN");
                });
    }

    private Future<Void> supersede(UUID patientId, UUID documentId, DocumentHeader header) {
        String[] replaced = replaced(header);
        if (replaced.length == 0 && header.setId() == null) {
            return Future.succeededFuture();
        }
        return sql.preparedQuery(SUPERSEDE)
                .execute(Tuple.of(patientId, documentId, replaced, header.setId(), header.version()))
                .mapEmpty();
    }

    private static String[] replaced(DocumentHeader header) {
        return header.related().stream()
                .filter(related -> related.kind() == RelatedDocument.Kind.REPLACES)
                .map(RelatedDocument::uniqueId)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    private Future<Void> items(UUID patientId, UUID documentId, List<ClinicalItem> items) {
        if (items.isEmpty()) {
            return Future.succeededFuture();
        }
        return sql.preparedQuery(ITEMS)
                .execute(Tuple.of(
                        patientId,
                        documentId,
                        column(items.stream().map(item -> item.section().jsonName())),
                        column(items.stream().map(ClinicalItemJson::write))))
                .mapEmpty();
    }

    private static String[] column(Stream<String> values) {
        return values.toArray(String[]::new);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
