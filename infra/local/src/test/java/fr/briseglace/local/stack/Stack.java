package fr.briseglace.local.stack;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.demo.DemoOptions;
import fr.briseglace.local.demo.LocalStack;
import fr.briseglace.local.demo.Ports;
import fr.briseglace.local.idp.Persona;
import fr.briseglace.local.population.Situation;
import fr.briseglace.local.population.SyntheticPatient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The local stack on free ports in a folder of its own, and what tests ask of it. */
final class Stack implements AutoCloseable {
    private static final int PATIENTS = 400;
    /** What the gateway is set to beside the demo's own; here, so that something is. */
    static final Map<String, String> SETTINGS = Map.of("cache.near-megabytes", "16");
    /** Beyond the indexes where each situation has its patient. */
    private static final int FIRST_UNUSED = 32;

    private final Path home;
    private final GatewayLog log;
    private final LocalStack local;
    private final Doors doors;
    private final Store store;
    private final AtomicInteger unused = new AtomicInteger(FIRST_UNUSED);
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();

    private Stack(Path home, boolean limited) throws IOException, GeneralSecurityException {
        this.home = home;
        this.log = GatewayLog.into(home.resolve("gateway.log"));
        Path documents = ImportFolder.fill(Files.createDirectory(home.resolve("import")));
        this.local =
                LocalStack.open(new DemoOptions(home, PATIENTS, documents, !limited, false, SETTINGS, Ports.free()));
        local.announce();
        this.doors = new Doors(local);
        this.store = new Store(configuration());
    }

    /** With the limits of production, or with limits that nobody reaches. */
    static Stack open(boolean limited) {
        try {
            return new Stack(Files.createTempDirectory("brise-glace-stack"), limited);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the stack does not open", e);
        }
    }

    /** The folder it lives in. */
    Path home() {
        return home;
    }

    LocalStack local() {
        return local;
    }

    Doors doors() {
        return doors;
    }

    /** What the gateway runs on. */
    Path configuration() {
        return home.resolve("gateway.properties");
    }

    /** The store behind the gateway. */
    Store store() {
        return store;
    }

    GatewayLog log() {
        return log;
    }

    /** Whoever has that name, for {@code patient} see {@link #holder}. */
    Caller as(String name) {
        Persona persona = Persona.named(name);
        if (persona == null) {
            throw new IllegalArgumentException("there is no persona " + name);
        }
        return new Caller(this, persona);
    }

    /** The holder of a record, signed in on the portal. */
    Caller holder(Ins ins) {
        return new Caller(this, Persona.patient(ins));
    }

    /** A new token. */
    String token(Persona persona) {
        String token = local.issuer().token(persona);
        tokens.add(token);
        return token;
    }

    /** All tokens there have been. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    SyntheticPatient patient(Situation situation) {
        return local.population().firstWith(situation);
    }

    /** A patient whom anybody entitled may open, and whom no other test has had. */
    SyntheticPatient ordinary() {
        int index = unused.getAndIncrement();
        while (local.population().situation(index) != Situation.ORDINARY) {
            index = unused.getAndIncrement();
        }
        if (index >= PATIENTS) {
            throw new IllegalStateException("the population is too small for so many tests");
        }
        return local.population().patient(index);
    }

    @Override
    public void close() throws IOException {
        doors.close();
        store.close();
        local.close();
        log.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(Stack::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
