package fr.briseglace.store;

import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.Map;

/** The structures this service knows, kept in memory and read again from time to time. */
public final class Directory {
    private final SqlClient sql;
    private volatile Map<String, Structure> structures = Map.of();

    private Directory(SqlClient sql) {
        this.sql = sql;
    }

    /** A directory, read once. */
    public static Future<Directory> open(SqlClient sql) {
        Directory directory = new Directory(sql);
        return directory.refresh().map(directory);
    }

    /** Reads all structures again; those known stay where that fails. */
    public Future<Void> refresh() {
        return sql.query("select structure_id, name, kind from structure")
                .execute()
                .map(rows -> {
                    Map<String, Structure> read = new HashMap<>();
                    for (Row row : rows) {
                        String id = row.getString("structure_id");
                        StructureKind kind = StructureKind.ofWord(row.getString("kind"));
                        read.put(id, new Structure(id, row.getString("name"), kind));
                    }
                    structures = Map.copyOf(read);
                    return null;
                });
    }

    /** The structure of an id; of unknown kind where there is none. */
    public Structure structure(String id) {
        return structures.getOrDefault(id, new Structure(id, "", StructureKind.UNKNOWN));
    }
}
