package fr.briseglace.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.store.Months;
import fr.briseglace.store.PgErasures;
import fr.briseglace.store.Schema;
import fr.briseglace.store.SchemaOutdated;
import fr.briseglace.store.SelfCheck;
import fr.briseglace.store.TestPostgres;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.Keys;
import fr.briseglace.trail.Erasure;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway's own role does the gateway's work and can rewrite nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class RolesTest {
    private static final LogIdentity IDENTITY =
            new LogIdentity(Keys.signer("log.example/trail", KeyAlgorithm.ED25519), List.of());
    private static final String NOT_ALLOWED = "42501";

    private final Vertx vertx = Vertx.vertx();
    private final DatabaseSettings gateway = TestPostgres.ofTwoRoles();
    private final LogTrail trail = new LogTrail(vertx, gateway);

    @BeforeAll
    void recordsAreMadeAndSequencedByTheGatewaysRole() throws Exception {
        trail.record(300);
        Term term = Objects.requireNonNull(
                LogTrail.wait(trail.connect().compose(connection -> Term.begin(connection, IDENTITY))));
        LogTrail.wait(term.round(200));
        LogTrail.wait(term.round(200));
        trail.isWhole(IDENTITY);
    }

    @AfterAll
    void close() {
        vertx.close().await();
    }

    @Test
    void monthsAreMadeByTheGatewaysRole() throws Exception {
        assertThat(LogTrail.wait(new Months(trail.pool).open(Instant.parse("2031-05-05T00:00:00Z"), 2)))
                .isEqualTo(4);
        assertThat(trail.run("select pg_get_userbyid(relowner)::text from pg_class where relname = 'access_2031_05'")
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo(gateway.database() + "_owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access set reason_text = 'other'",
                "update access set kind = 'erased'",
                "delete from access",
                "truncate access",
                "select * from access_default",
                "insert into access_default select * from access",
                "update access_default set reason_text = 'other'",
                "delete from access_default",
                "truncate access_default",
                "update leaf set hash = sha256('')",
                "delete from leaf",
                "truncate leaf",
                "insert into tile values (0, 7, sha256(''))",
                "update tile set hashes = sha256('')",
                "delete from tile",
                "truncate tile",
                "insert into checkpoint values (7, sha256(''), '')",
                "update checkpoint set note = ''",
                "delete from checkpoint",
                "truncate checkpoint",
                "insert into erasure select gen_random_uuid(), now(), now(), null, 'x', 'y', 1, leaf, salt, leaf from access",
                "update erasure set reason = 'other'",
                "delete from erasure",
                "truncate erasure",
                "update search_record set matched = 0",
                "delete from search_record",
                "truncate search_record",
                "update surge set reason = 'other'",
                "delete from provisional_tie",
                "delete from provisional_refusal",
                "truncate notice",
                "alter table access disable trigger all",
                "alter table access disable trigger only_erased",
                "alter table leaf disable trigger never_rewritten",
                "alter table tile disable trigger all",
                "alter table checkpoint disable trigger all",
                "drop trigger only_erased on access",
                "drop table leaf",
                "drop table access",
                "drop table access_default",
                "alter table access detach partition access_default",
                "alter table access add column note text",
                "alter table access owner to current_user",
                "create table access_9999_01 partition of access for values from ('9999-01-01') to ('9999-02-01')",
                "create table mine (id int)",
                "create function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
                "create or replace function never_rewritten() returns trigger language plpgsql as 'begin return new; end'",
                "create or replace function only_erased() returns trigger language plpgsql as 'begin return new; end'",
                "create trigger mine before insert on access for each row execute function refuse_change()",
                "set session_replication_role = replica",
                "set role postgres",
                "select forget_searches(now())",
                "delete from flyway_schema_history",
                "insert into flyway_schema_history select * from flyway_schema_history",
                "copy access to program 'cat'"
            })
    void theGatewaysRoleCanRewriteNothing(String statement) {
        assertThatThrownBy(() -> LogTrail.wait(trail.pool.query(statement).execute()))
                .isInstanceOfSatisfying(PgException.class, refused -> assertThat(refused.getSqlState())
                        .isEqualTo(NOT_ALLOWED));
    }

    @Test
    void tilesAndCheckpointsGrowOnlyFromWhatIsStored() throws Exception {
        assertThat(trail.run("select grow_tiles('{0}', '{0}', array[sha256('')])")
                        .iterator()
                        .next()
                        .getInteger(0))
                .isZero();
        assertThat(trail.run("select sign_checkpoint(300, sha256(''), 'forged')")
                        .iterator()
                        .next()
                        .getBoolean(0))
                .isFalse();
        assertThat(LogTrail.wait(SelfCheck.run(trail.pool, IDENTITY.signer().verifier())))
                .isNotEmpty()
                .allMatch(finding -> finding.endsWith("was changed"), "records of this test have made-up leaves");
        trail.isWhole(IDENTITY);
    }

    @Test
    void erasingIsTheOwnersAlone() {
        Erasure.Order all = new Erasure.Order(Instant.now(), null, "somebody", "to hide something");
        PgErasures erasures = new PgErasures(trail.pool, InstantSource.system(), new SecureRandom());
        assertThatThrownBy(() -> LogTrail.wait(erasures.erase(all))).hasMessageContaining("permission denied");
    }

    @Test
    void theGatewaySaysWhatItsStoreLacks() {
        Schema.check(gateway);
        assertThatThrownBy(() -> Schema.check(TestPostgres.empty()))
                .isInstanceOf(SchemaOutdated.class)
                .hasMessageContaining("version none")
                .hasMessageContaining("./brise-glace migrate");
    }
}
