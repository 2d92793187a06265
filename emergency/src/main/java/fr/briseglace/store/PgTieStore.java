package fr.briseglace.store;

import static java.util.Objects.requireNonNull;

import fr.briseglace.law.Caller;
import fr.briseglace.search.ProvisionalNumber;
import fr.briseglace.search.Tie;
import fr.briseglace.search.TieOutcome;
import fr.briseglace.search.TieStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Provisional numbers in PostgreSQL; changes of one number wait for each other. */
public final class PgTieStore implements TieStore {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 4716))";
    private static final String HOLDER = """
            select patient_id from provisional_tie where number = $1 order by tie_id desc limit 1
            """;
    private static final String ADD = """
            insert into provisional_tie (number, patient_id, at, professional_id, professional_name, profession,
                structure_id, structure_name)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    private static final String REFUSED = """
            insert into provisional_refusal (refusal_id, number, at, refusal, professional_id, professional_name,
                profession, structure_id, structure_name)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;

    private final Pool sql;

    /** A store over a pool. */
    public PgTieStore(Pool sql) {
        this.sql = sql;
    }

    @Override
    public Future<TieOutcome> tie(Tie tie) {
        return change(tie.number(), connection -> new Registry(connection)
                .find(tie.ins())
                .compose(patient -> patient.isEmpty()
                        ? Future.succeededFuture(TieOutcome.NOT_FOUND)
                        : tie(connection, tie, patient.get())));
    }

    private static Future<TieOutcome> tie(SqlConnection connection, Tie tie, UUID patient) {
        return holder(connection, tie.number()).compose(holder -> {
            if (holder.isEmpty()) {
                return add(connection, tie.number(), patient, tie.by(), tie.at());
            }
            return Future.succeededFuture(holder.get().equals(patient) ? TieOutcome.DONE : TieOutcome.TAKEN);
        });
    }

    @Override
    public Future<TieOutcome> untie(Tie.Undone undone) {
        return change(undone.number(), connection -> holder(connection, undone.number())
                .compose(holder -> holder.isEmpty()
                        ? Future.succeededFuture(TieOutcome.NOT_FOUND)
                        : add(connection, undone.number(), null, undone.by(), undone.at())));
    }

    private Future<TieOutcome> change(ProvisionalNumber number, Function<SqlConnection, Future<TieOutcome>> change) {
        return sql.<TieOutcome>withTransaction(connection -> connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(number.value()))
                        .compose(locked -> change.apply(connection)))
                .map(outcome -> requireNonNull(outcome, "a change has an outcome"));
    }

    private static Future<Optional<UUID>> holder(SqlConnection connection, ProvisionalNumber number) {
        return connection
                .preparedQuery(HOLDER)
                .execute(Tuple.of(number.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.ofNullable(rows.iterator().next().getUUID(0)));
    }

    private static Future<TieOutcome> add(
            SqlConnection connection, ProvisionalNumber number, @Nullable UUID patient, Caller by, Instant at) {
        Tuple row = Tuple.of(number.value(), patient, at.atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(ADD).execute(signed(row, by)).map(TieOutcome.DONE);
    }

    @Override
    public Future<Void> keep(Tie.Refused refused) {
        Tuple row = Tuple.of(
                refused.id(),
                refused.number().value(),
                refused.at().atOffset(ZoneOffset.UTC),
                refused.why().word());
        return sql.preparedQuery(REFUSED).execute(signed(row, refused.by())).mapEmpty();
    }

    /** Who it was, behind what it was. */
    private static Tuple signed(Tuple row, Caller by) {
        return row.addString(by.id())
                .addString(by.name())
                .addString(by.role().word())
                .addString(by.structure().id())
                .addString(by.structure().name());
    }
}
