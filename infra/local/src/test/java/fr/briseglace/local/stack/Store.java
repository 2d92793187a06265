package fr.briseglace.local.stack;

import fr.briseglace.gateway.Config;
import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.store.Database;
import fr.briseglace.store.Deposit.Accepted;
import fr.briseglace.store.Deposits;
import fr.briseglace.store.Marks;
import fr.briseglace.store.Registry;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The stack's store, to put there what a test needs and the population has not. */
final class Store implements AutoCloseable {
    static final LocalDate BORN = LocalDate.of(1971, 3, 8);

    private final Vertx vertx = Vertx.vertx();
    private final Database database;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger registered = new AtomicInteger();

    Store(Path configuration) {
        database = Database.open(vertx, Config.read(configuration).database());
    }

    /** A matricule that nobody has yet. */
    Ins unusedIns() {
        String body = "2710399350" + "%03d".formatted(registered.incrementAndGet());
        return new Ins(body + "%02d".formatted(Ins.key(body)), Ins.TEST);
    }

    /** A woman born on {@link #BORN} with an open record. */
    PatientFile somebody(String birthName, String... givenNames) {
        return somebody(unusedIns(), birthName, givenNames);
    }

    PatientFile somebody(Ins ins, String birthName, String... givenNames) {
        return file(
                ins,
                new PatientIdentity(
                        birthName, List.of(givenNames), null, BORN, Sex.F, "44109", IdentityStatus.QUALIFIED),
                Contacts.NONE);
    }

    PatientFile file(Ins ins, PatientIdentity identity, Contacts contacts) {
        return new PatientFile(
                ins, identity, RecordStatus.OPEN, false, PatientRights.NONE, contacts, false, List.of(), null);
    }

    /** Puts a patient there. */
    PatientFile register(PatientFile file) {
        new Registry(database.console()).register(id(), file).await();
        return file;
    }

    /** Puts a document there; gives its identifier. */
    UUID deposit(String xml, Marks marks) {
        Accepted accepted = (Accepted) database.console()
                .withTransaction(connection -> new Deposits(connection, this::id, Instant::now)
                        .deposit(xml.getBytes(StandardCharsets.UTF_8), marks))
                .await();
        return accepted.documentId();
    }

    List<Row> rows(String statement) {
        List<Row> rows = new ArrayList<>();
        database.console().query(statement).execute().await().forEach(rows::add);
        return rows;
    }

    private UUID id() {
        return TimeUuid.of(Instant.now(), random);
    }

    @Override
    public void close() {
        database.close().await();
        vertx.close().await();
    }
}
