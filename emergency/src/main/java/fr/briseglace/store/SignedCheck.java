package fr.briseglace.store;

import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.NoteSignature;
import fr.briseglace.tlog.RightEdge;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.VerifierKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks at what was signed of a log whose leaves are known: the last checkpoint, and what witnesses cosigned. */
final class SignedCheck {
    private static final String LAST = "select size, note from checkpoint order by size desc limit 1";
    private static final String COSIGNED = """
            select s.witness, s.line, s.size, c.note
            from cosignature s left join checkpoint c using (size)
            order by s.witness
            """;

    private SignedCheck() {}

    /** What is wrong, one sentence each. */
    static Future<List<String>> run(SqlConnection connection, VerifierKey key, RightEdge edge) {
        List<String> findings = new ArrayList<>();
        return connection
                .query(LAST)
                .execute()
                .onSuccess(rows -> last(rows, key, edge, findings))
                .compose(done -> connection.query(COSIGNED).execute())
                .onSuccess(rows -> cosigned(rows, findings))
                .map(findings);
    }

    private static void last(RowSet<Row> rows, VerifierKey key, RightEdge edge, List<String> findings) {
        if (rows.size() == 0) {
            if (edge.size() > 0) {
                findings.add("there is no checkpoint");
            }
            return;
        }
        Row row = rows.iterator().next();
        Checkpoint follows = new Checkpoint(key.name(), edge.size(), edge.root());
        try {
            SignedNote note = note(row);
            if (!note.isSignedBy(key)) {
                findings.add("the last checkpoint is not signed by the log's key");
            } else if (row.getLong("size") != edge.size()
                    || !Checkpoint.parse(note.text()).equals(follows)) {
                findings.add("the last checkpoint, of " + row.getLong("size") + " leaves, does not follow from the "
                        + edge.size() + " leaves");
            }
        } catch (LogFault fault) {
            findings.add("the last checkpoint is none: " + fault.getMessage());
        }
    }

    private static void cosigned(RowSet<Row> rows, List<String> findings) {
        int place = 0;
        for (Row row : rows) {
            place++;
            if (!holds(row)) {
                findings.add("the cosignature " + place + " does not hold for the checkpoint of " + row.getLong("size")
                        + " leaves");
            }
        }
    }

    private static boolean holds(Row row) {
        try {
            VerifierKey witness = VerifierKey.parse(row.getString("witness"));
            NoteSignature cosignature = NoteSignature.parse(row.getString("line"));
            return row.getString("note") != null
                    && cosignature.keyId() == witness.id()
                    && cosignature.name().equals(witness.name())
                    && witness.verifies(note(row).text(), cosignature);
        } catch (LogFault unreadable) {
            return false;
        }
    }

    private static SignedNote note(Row row) {
        return SignedNote.parse(row.getString("note").getBytes(StandardCharsets.UTF_8));
    }
}
