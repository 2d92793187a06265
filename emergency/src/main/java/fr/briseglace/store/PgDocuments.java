package fr.briseglace.store;

import fr.briseglace.access.Documents;
import fr.briseglace.cda.CdaDocument;
import fr.briseglace.cda.CdaReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Documents in PostgreSQL. What a professional may not see is left out in the statement itself. */
public final class PgDocuments implements Documents {
    private static final String VISIBLE = """
            select d.document_id, d.type_code, d.title, d.created_at, d.author::text as author, d.media_type, d.size,
                   d.sha256, d.hidden_from_patient,
                   case when d.status = 'superseded'
                             and not replaced_for(d.patient_id, d.unique_id, d.set_id, d.version_number, $2, $3)
                        then 'current' else d.status end as status
            from documents_for($1, $2, $3) d
            """;
    static final String LIST = VISIBLE + """
            where $4::uuid is null or (d.created_at, d.document_id) <
                  (select a.created_at, a.document_id from documents_for($1, $2, $3) a where a.document_id = $4)
            order by d.created_at desc, d.document_id desc limit $5
            """;
    private static final String FETCH =
            VISIBLE.replace("d.hidden_from_patient,", "d.hidden_from_patient, d.content,") + "where d.document_id = $4";

    private final Vertx vertx;
    private final SqlClient sql;

    /** Documents over a pool; unpacking is done off the event loops. */
    public PgDocuments(Vertx vertx, SqlClient sql) {
        this.vertx = vertx;
        this.sql = sql;
    }

    @Override
    public Future<List<Card>> list(UUID patientId, Viewer viewer, @Nullable UUID after, int limit) {
        return sql.preparedQuery(LIST)
                .execute(Tuple.of(patientId, viewer.masked(), viewer.professionalId(), after, limit))
                .map(rows -> {
                    List<Card> cards = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        cards.add(card(row));
                    }
                    return cards;
                });
    }

    @Override
    public Future<Optional<Content>> fetch(UUID patientId, Viewer viewer, UUID documentId) {
        return sql.preparedQuery(FETCH)
                .execute(Tuple.of(patientId, viewer.masked(), viewer.professionalId(), documentId))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return Future.succeededFuture(Optional.empty());
                    }
                    Row row = rows.iterator().next();
                    byte[] packed = row.getBuffer("content").getBytes();
                    return vertx.executeBlocking(() -> Optional.of(new Content(card(row), served(packed))), false);
                });
    }

    private static Card card(Row row) {
        return new Card(
                row.getUUID("document_id"),
                row.getString("type_code"),
                row.getString("title"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("author"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getBuffer("sha256").getBytes(),
                row.getString("status"),
                row.getBoolean("hidden_from_patient"));
    }

    /** The document, or what a level-1 document carries. */
    private static byte[] served(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] xml = gzip.readAllBytes();
            return CdaReader.read(xml) instanceof CdaDocument document && document.body() != null
                    ? document.body().content()
                    : xml;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
