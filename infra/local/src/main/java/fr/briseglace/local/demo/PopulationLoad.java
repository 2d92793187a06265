package fr.briseglace.local.demo;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.local.idp.Persona;
import fr.briseglace.local.idp.Standing.HealthProfessional;
import fr.briseglace.local.population.Population;
import fr.briseglace.local.population.SyntheticDocument;
import fr.briseglace.local.population.SyntheticPatient;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.store.Deposit;
import fr.briseglace.store.Deposits;
import fr.briseglace.store.Marks;
import fr.briseglace.store.Registry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts the synthetic population into the store: what is missing of it, a batch of patients a transaction. */
final class PopulationLoad {
    private static final long SEED = 15;
    private static final int BATCH = 20;
    private static final int AT_ONCE = 4;
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Home home;
    private final Pool sql;
    private final SecureRandom random = new SecureRandom();

    PopulationLoad(Home home, Pool sql) {
        this.home = home;
        this.sql = sql;
    }

    /** Loads the patients that are not there yet, and lists the ordinary ones. Blocks. */
    Population load(int size) throws IOException {
        Properties known = new Properties();
        if (Files.exists(home.population())) {
            try (var reader = Files.newBufferedReader(home.population())) {
                known.load(reader);
            }
        }
        LocalDate today =
                LocalDate.parse(known.getProperty("today", LocalDate.now(FRANCE).toString()));
        int loaded = Integer.parseInt(known.getProperty("patients", "0"));
        Population population = Population.of(SEED, Math.max(size, loaded), today, blockable());
        if (loaded < size) {
            new Registry(sql).practise(population.directory()).await();
            IntStream.iterate(loaded, from -> from < size, from -> from + BATCH * AT_ONCE)
                    .forEach(from -> loadRound(population, from, size));
            known.setProperty("today", today.toString());
            known.setProperty("patients", Integer.toString(size));
            try (Writer writer = Files.newBufferedWriter(home.population())) {
                known.store(writer, null);
            }
        }
        listOrdinary(population, Math.max(size, loaded));
        return population;
    }

    /** Professionals whom some patients blocked: those of the personas. */
    private static List<String> blockable() {
        return Stream.of("regulateur2", "urgentiste", "infirmier")
                .map(Persona::named)
                .map(persona ->
                        persona != null && persona.standing() instanceof HealthProfessional one ? one.nationalId() : "")
                .toList();
    }

    private void loadRound(Population population, int from, int end) {
        List<Future<?>> batches = new ArrayList<>();
        for (int start = from; start < Math.min(end, from + BATCH * AT_ONCE); start += BATCH) {
            List<SyntheticPatient> patients = IntStream.range(start, Math.min(end, start + BATCH))
                    .mapToObj(population::patient)
                    .toList();
            batches.add(sql.withTransaction(connection -> loadAll(connection, patients)));
        }
        Future.all(batches).await();
    }

    private Future<Void> loadAll(SqlConnection connection, List<SyntheticPatient> patients) {
        Future<Void> all = Future.succeededFuture();
        for (SyntheticPatient patient : patients) {
            all = all.compose(before -> load(connection, patient));
        }
        return all;
    }

    private Future<Void> load(SqlConnection connection, SyntheticPatient patient) {
        Registry registry = new Registry(connection);
        return registry.find(patient.file().ins())
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture()
                        : registry.register(id(), patient.file())
                                .compose(done -> deposit(connection, patient.documents())));
    }

    private Future<Void> deposit(SqlConnection connection, List<SyntheticDocument> documents) {
        Deposits deposits = new Deposits(connection, this::id, Instant::now);
        Future<Void> all = Future.succeededFuture();
        for (SyntheticDocument document : documents) {
            Marks marks =
                    new Marks(document.masked(), document.hiddenFromPatient(), document.hiddenFromRepresentatives());
            all = all.compose(before -> deposits.deposit(document.cda(), marks)).compose(PopulationLoad::accepted);
        }
        return all;
    }

    private static Future<Void> accepted(Deposit deposit) {
        return deposit instanceof Deposit.Rejected rejected
                ? Future.failedFuture("a document of the synthetic population was rejected: " + rejected.fault())
                : Future.succeededFuture();
    }

    private UUID id() {
        return TimeUuid.of(Instant.now(), random);
    }

    private void listOrdinary(Population population, int size) throws IOException {
        List<String> matricules = IntStream.range(0, size)
                .mapToObj(population::file)
                .filter(PopulationLoad::ordinary)
                .map(file -> file.ins().value())
                .toList();
        Path list = home.matricules();
        Files.write(list, matricules);
    }

    private static boolean ordinary(PatientFile file) {
        return file.recordStatus() == RecordStatus.OPEN
                && !file.deceased()
                && file.rights().equals(PatientRights.NONE);
    }
}
