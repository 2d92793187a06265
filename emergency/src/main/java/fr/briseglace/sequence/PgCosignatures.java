package fr.briseglace.sequence;

import fr.briseglace.tlog.NoteSignature;
import fr.briseglace.tlog.VerifierKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Cosignatures in PostgreSQL; the last of each witness. */
public final class PgCosignatures implements Cosignatures {
    private static final String KEEP = """
            insert into cosignature as c (witness, size, line) values ($1, $2, $3)
            on conflict (witness) do update set size = excluded.size, line = excluded.line, signed_at = now()
                where c.size <= excluded.size
            """;

    private final SqlClient sql;

    /** Over a pool. */
    public PgCosignatures(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Future<Void> keep(VerifierKey witness, long size, NoteSignature cosignature) {
        return sql.preparedQuery(KEEP)
                .execute(Tuple.of(witness.text(), size, cosignature.line()))
                .mapEmpty();
    }
}
