package fr.briseglace.local.stack;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.local.idp.Persona;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.store.Marks;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/**
 * Measures what an attacker with a stopwatch could learn inside a window: whether a document is masked or never existed,
 * and whether masked documents stand beside those that a list or a summary shows. Each comparison has a control of two
 * things that are truly alike, and windows that are compared are looked through equally often. Runs where it is asked for by name, asserts nothing, and leaves a table.
 */
@OnStack
class TimingReport {
    private static final int SHOWN = 5;
    /** One shown, the others masked. */
    private static final int EACH = 9;

    private static final int WARM_UP = 1_500;
    /** By chance alone, one comparison in a thousand. */
    private static final double CERTAIN = 3.3;

    private final Stack stack;
    private final Caller doctor;
    private final SSLSocketFactory tls;
    private final String authorization;
    private final Random order = new Random(1);
    private final SecureRandom random = new SecureRandom();
    private final List<Question> questions = new ArrayList<>();

    /** Something that is asked, and how long each answer took, in nanoseconds. */
    private record Question(String name, Supplier<String> path, List<Long> times) {
        long[] measured() {
            return times.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private Question question(String name, Supplier<String> path) {
        Question question = new Question(name, path, new ArrayList<>());
        questions.add(question);
        return question;
    }

    TimingReport(Stack stack) {
        this.stack = stack;
        this.doctor = stack.as("regulateur");
        Persona persona = doctor.persona();
        this.tls = stack.doors().of(persona.structure()).sslContext().getSocketFactory();
        this.authorization = "Bearer " + stack.token(persona);
    }

    @Test
    void report() throws IOException {
        StringWriter table = new StringWriter();
        run(Integer.getInteger("timing.times", 3_000), new PrintWriter(table));
        System.out.println(table);
        Files.writeString(Path.of("target/timing.md"), table.toString());
    }

    private void run(int times, PrintWriter out) throws IOException {
        List<UUID> masked = new ArrayList<>();
        String sought = window(masked, true);
        String with = window(new ArrayList<>(), true);
        String without = window(masked, false);
        String likewise = window(masked, false);
        Question never = question("never", () -> sought + "/documents/" + never());
        Question neverEither = question("never either", () -> sought + "/documents/" + never());
        Question hidden = question("masked", () -> sought + "/documents/" + masked.get(order.nextInt(masked.size())));
        Question malformed = question("malformed", () -> sought + "/documents/none");
        Question list = question("list without", () -> without + "/documents");
        Question likeList = question("list likewise", () -> likewise + "/documents");
        Question hidingList = question("list with", () -> with + "/documents");
        Question summary = question("summary without", () -> without);
        Question likeSummary = question("summary likewise", () -> likewise);
        Question hidingSummary = question("summary with", () -> with);
        measure(WARM_UP);
        questions.forEach(question -> question.times().clear());
        measure(times);
        out.printf("| question | p50, µs | p90, µs |%n|---|---|---|%n");
        for (Question question : questions) {
            long[] nanos = question.measured();
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f |%n",
                    question.name(),
                    RankComparison.percentile(nanos, 50) / 1e3,
                    RankComparison.percentile(nanos, 90) / 1e3);
        }
        out.printf("%n| compared | area | deviations | told apart |%n|---|---|---|---|%n");
        told(out, never, neverEither);
        told(out, never, hidden);
        told(out, never, malformed);
        told(out, list, likeList);
        told(out, list, hidingList);
        told(out, summary, likeSummary);
        told(out, summary, hidingSummary);
    }

    private static void told(PrintWriter out, Question one, Question other) {
        RankComparison compared = RankComparison.of(one.measured(), other.measured());
        out.printf(
                Locale.ROOT,
                "| %s, %s | %.3f | %.1f | %s |%n",
                one.name(),
                other.name(),
                compared.area(),
                compared.deviations(),
                Math.abs(compared.deviations()) > CERTAIN ? "yes" : "no");
    }

    private UUID never() {
        return TimeUuid.of(Instant.now(), random);
    }

    /** The window of a new patient with a few documents, and with many masked ones between them or none. */
    private String window(List<UUID> masked, boolean with) throws IOException {
        PatientFile file = stack.store().register(stack.store().somebody("QUERVITESSE", "LOU"));
        for (int number = 0; number < SHOWN * EACH; number++) {
            if (number % EACH == 0) {
                stack.store().deposit(SmallLetter.of(file, number), Marks.NONE);
            } else if (with) {
                masked.add(stack.store().deposit(SmallLetter.of(file, number), new Marks(true, false, false)));
            }
        }
        return "/v1/emergency-accesses/"
                + doctor.open(Asking.regulation(file.ins())).id();
    }

    /** Each question so many times, in a new order each time round, one after the other. */
    private void measure(int times) throws IOException {
        List<Question> round = new ArrayList<>(questions);
        for (int time = 0; time < times; time++) {
            Collections.shuffle(round, order);
            for (Question question : round) {
                String path = question.path().get();
                long start = System.nanoTime();
                ask(path);
                question.times().add(System.nanoTime() - start);
            }
        }
    }

    /** Over one connection that stays, whole answer read. */
    private void ask(String path) throws IOException {
        URI uri = stack.doors().api(path).build().uri();
        HttpsURLConnection connection = (HttpsURLConnection) uri.toURL().openConnection();
        connection.setSSLSocketFactory(tls);
        connection.setRequestProperty("Authorization", authorization);
        int status = connection.getResponseCode();
        if (status != 200 && status != 404) {
            throw new IOException("an answer that measures nothing: " + status);
        }
        try (InputStream body = status == 200 ? connection.getInputStream() : connection.getErrorStream()) {
            body.readAllBytes();
        }
    }
}
