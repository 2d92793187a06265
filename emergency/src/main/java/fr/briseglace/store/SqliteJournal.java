package fr.briseglace.store;

import fr.briseglace.cache.KeyRing;
import fr.briseglace.cache.SealedValue;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.EntryCodec;
import fr.briseglace.trail.OutageJournal;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordKind;
import fr.briseglace.trail.RepeatKey;
import fr.briseglace.trail.Verdict;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The outage journal in a SQLite file: a batch is one transaction, and a transaction is on the disk before it ends
 * (write-ahead log, {@code synchronous=FULL}), so a crash leaves whole batches or nothing of them. Each record is sealed
 * with the cache's keys under its own place: what was altered or moved does not open.
 */
public final class SqliteJournal implements OutageJournal {
    private static final Duration KEY_COUNTS = Duration.ofMinutes(10);
    private static final int PAGE_BYTES = 4096;
    private static final String FILE = "outage.db";
    private static final List<String> SCHEMA = List.of(
            "pragma page_size = " + PAGE_BYTES,
            "pragma journal_mode = wal",
            "pragma synchronous = full",
            """
            create table if not exists waiting (
                place     integer primary key autoincrement,
                record_id blob not null unique,
                access_id blob not null,
                at        integer not null,
                key_hash  blob,
                body_hash blob,
                sealed    blob not null)
            """,
            "create index if not exists waiting_key on waiting (key_hash) where key_hash is not null",
            "create table if not exists set_aside (place integer primary key, sealed blob not null)");

    private final WorkerExecutor disk;
    private final Connection connection;
    private final KeyRing secrets;
    private final AtomicLong waiting;
    private final AtomicLong setAside;

    private SqliteJournal(WorkerExecutor disk, Connection connection, KeyRing secrets) throws SQLException {
        this.disk = disk;
        this.connection = connection;
        this.secrets = secrets;
        this.waiting = new AtomicLong(count("waiting"));
        this.setAside = new AtomicLong(count("set_aside"));
    }

    /**
     * Opens the journal of a folder, with whatever waits there; blocks.
     *
     * @param folder of this node alone; made where it is missing, for the owner's eyes only
     * @param mostBytes how large it may grow; what comes then is not taken, and so not disclosed
     * @throws IllegalStateException where it cannot be opened
     */
    public static SqliteJournal open(Vertx vertx, Path folder, KeyRing secrets, long mostBytes) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(FILE));
            try (Statement statement = connection.createStatement()) {
                for (String step : SCHEMA) {
                    statement.execute(step);
                }
                statement.execute("pragma max_page_count = " + Math.max(1, mostBytes / PAGE_BYTES));
            }
            return new SqliteJournal(vertx.createSharedWorkerExecutor("outage-journal", 1), connection, secrets);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the outage journal cannot be opened", e);
        }
    }

    @Override
    public Future<List<Verdict>> insert(List<RecordEntry> entries) {
        return transaction(() -> {
                    List<Verdict> verdicts = new ArrayList<>(entries.size());
                    for (RecordEntry entry : entries) {
                        Verdict known = known(entry);
                        if (known == null) {
                            append(entry);
                        }
                        verdicts.add(known == null ? new Verdict.Durable() : known);
                    }
                    return verdicts;
                })
                .onSuccess(verdicts -> waiting.addAndGet(verdicts.stream()
                        .filter(verdict -> verdict instanceof Verdict.Durable)
                        .count()));
    }

    private void append(RecordEntry entry) throws SQLException {
        RepeatKey key = entry.key();
        UUID id = entry.record().recordId();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into waiting (record_id, access_id, at, key_hash, body_hash, sealed) values (?, ?, ?, ?, ?, ?)")) {
            insert.setBytes(1, bytes(id));
            insert.setBytes(2, bytes(entry.record().accessId()));
            insert.setLong(3, entry.record().at().toEpochMilli());
            insert.setBytes(4, key == null ? null : named(entry, key));
            insert.setBytes(5, key == null ? null : key.bodyHash());
            insert.setBytes(6, SealedValue.seal(secrets, name(id), EntryCodec.encode(entry)));
            insert.executeUpdate();
        }
    }

    /**
     * What the same key was used for in this outage; null where it was not, or where the law decided otherwise then: as in
     * the store, that stands for itself, and is kept.
     */
    private @Nullable Verdict known(RecordEntry entry) throws SQLException {
        RepeatKey key = entry.key();
        if (key == null) {
            return null;
        }
        Instant since = entry.record().at().minus(KEY_COUNTS);
        try (PreparedStatement find = connection.prepareStatement("select access_id, body_hash, record_id, sealed "
                + "from waiting where key_hash = ? and at > ? order by place desc limit 1")) {
            find.setBytes(1, named(entry, key));
            find.setLong(2, since.toEpochMilli());
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!MessageDigest.isEqual(row.getBytes(2), key.bodyHash())) {
                    return new Verdict.Mismatch();
                }
                RecordEntry before = opened(uuid(row.getBytes(3)), row.getBytes(4));
                return before == null
                        ? null
                        : repeated(before.record(), entry.record().kind());
            }
        }
    }

    private static @Nullable Verdict repeated(AccessRecord before, RecordKind now) {
        boolean look = before.kind() == RecordKind.READ;
        return before.kind() == now || (look && now == RecordKind.OPENED)
                ? new Verdict.Repeated(before.accessId(), false, look)
                : null;
    }

    /** A key is its caller's own. */
    private static byte[] named(RecordEntry entry, RepeatKey key) {
        byte[] owner = entry.record().caller().id().getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(key.keyHash(), key.keyHash().length + owner.length);
        System.arraycopy(owner, 0, both, key.keyHash().length, owner.length);
        try {
            return MessageDigest.getInstance("SHA-256").digest(both);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Future<List<Waiting>> first(int most) {
        return transaction(() -> {
            List<Waiting> first = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select place, record_id, sealed from waiting order by place limit ?")) {
                select.setInt(1, most);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        RecordEntry entry = opened(uuid(rows.getBytes(2)), rows.getBytes(3));
                        if (entry == null) {
                            moveAside(rows.getLong(1));
                        } else {
                            first.add(new Waiting(rows.getLong(1), entry));
                        }
                    }
                }
            }
            return first;
        });
    }

    private @Nullable RecordEntry opened(UUID id, byte[] sealed) {
        byte[] bytes = SealedValue.open(secrets, name(id), sealed);
        try {
            return bytes == null ? null : EntryCodec.decode(bytes);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    @Override
    public Future<Void> putAside(long place) {
        return transaction(() -> {
            moveAside(place);
            return null;
        });
    }

    private void moveAside(long place) throws SQLException {
        run("insert into set_aside select place, sealed from waiting where place = ?", place);
        run("delete from waiting where place = ?", place);
        waiting.decrementAndGet();
        setAside.incrementAndGet();
    }

    @Override
    public Future<Void> taken(long place) {
        return transaction(() -> run("delete from waiting where place <= ?", place))
                .onSuccess(gone -> waiting.addAndGet(-gone))
                .mapEmpty();
    }

    @Override
    public long waiting() {
        return waiting.get();
    }

    @Override
    public long setAside() {
        return setAside.get();
    }

    @Override
    public Future<Void> close() {
        return disk.executeBlocking(() -> {
                    connection.close();
                    return null;
                })
                .eventually(disk::close)
                .mapEmpty();
    }

    /** One at a time, on the journal's own thread. */
    private <T> Future<T> transaction(Callable<T> work) {
        return disk.executeBlocking(() -> {
            run("begin immediate");
            try {
                T result = work.call();
                run("commit");
                return result;
            } catch (SQLException e) {
                undo(e);
                throw e;
            }
        });
    }

    /** A full disk has undone it already, and then there is nothing to undo. */
    private void undo(SQLException cause) {
        try {
            run("rollback");
        } catch (SQLException undone) {
            cause.addSuppressed(undone);
        }
    }

    private void run(String statement) throws SQLException {
        try (Statement plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }

    private int run(String statement, long place) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setLong(1, place);
            return prepared.executeUpdate();
        }
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static String name(UUID id) {
        return "outage:" + id;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new UUID(in.getLong(), in.getLong());
    }
}
