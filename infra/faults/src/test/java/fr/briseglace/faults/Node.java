package fr.briseglace.faults;

import fr.briseglace.gateway.Main;
import fr.briseglace.local.demo.Ports;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One production gateway as a process of its own, on a configuration file. Calls block. */
final class Node implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(500);
    /** A new process on a machine that is busy with its own tests. */
    private static final Duration START = Duration.ofMinutes(1);

    private static final int LAST_LINES = 20;
    private static final List<String> JVM = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx384m",
            "-XX:MaxDirectMemorySize=128m");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(GLANCE).build();
    private final Path configuration;
    private final Path log;
    private final Path journal;
    private final Ports ports = Ports.free();
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Process process;

    /** A node named so, on a configuration like that one but for its own ports and its own journal. */
    Node(Path home, String name, Path like) throws IOException {
        this.configuration = home.resolve(name + ".properties");
        this.log = home.resolve(name + ".log");
        this.journal = home.resolve("outage-" + name);
        Files.writeString(
                configuration,
                Files.readString(like)
                        .replaceFirst("public.port=\\d+", "public.port=" + ports.api())
                        .replaceFirst("ops.port=\\d+", "ops.port=" + ports.operations())
                        .concat("outage.journal=" + journal + "\nevent-loops=1\n"));
    }

    /** Port of the public API. */
    int port() {
        return ports.api();
    }

    /** Port of the operations. */
    int operations() {
        return ports.operations();
    }

    /** Folder of its outage journal. */
    Path journal() {
        return journal;
    }

    /** Something that its process finds in its environment, from its next start on. */
    void environment(String name, String value) {
        environment.put(name, value);
    }

    /** Nothing of the kind any more, from its next start on. */
    void plainEnvironment() {
        environment.clear();
    }

    /** Whether what its process writes finds room on a disk: where not, no file of it may have a single byte more. */
    void disk(boolean room) throws IOException {
        Signals.run(
                "prlimit", "--pid=" + running().pid(), room ? "--fsize=unlimited:unlimited" : "--fsize=0:unlimited");
    }

    /** Starts its process, and does not wait for it. */
    void launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(JVM);
        command.addAll(List.of("-cp", classPath(), Main.class.getName(), configuration.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Starts its process and waits until it is ready. */
    void start() throws IOException {
        launch();
        awaitReady();
    }

    /** Fails at once where its process ends instead, and says what it last wrote. */
    void awaitReady() throws IOException {
        Patience.until("a gateway is ready", START, () -> ready() || !running().isAlive());
        if (!running().isAlive()) {
            throw new AssertionError("the gateway ended instead of being ready: " + lastWords());
        }
    }

    /** The end of what its processes wrote. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /** Whether it says on the operations port that it may be sent requests. */
    boolean ready() {
        return get("/health/ready").map(HttpResponse::statusCode).orElse(0) == 200;
    }

    /** What a gauge or counter without labels shows; NaN where it shows nothing. */
    double metric(String name) {
        Matcher line = Pattern.compile("^" + name + " (\\S+)$", Pattern.MULTILINE)
                .matcher(get("/metrics").map(HttpResponse::body).orElse(""));
        return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
    }

    /** Writes down what its heap holds, once nothing is in it that nobody holds. */
    Path heapDump() throws IOException {
        Path dump = log.resolveSibling("heap-" + UUID.randomUUID() + ".hprof");
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Signals.run(jcmd, Long.toString(running().pid()), "GC.heap_dump", dump.toString());
        return dump;
    }

    /** Sends its process a signal, by name. */
    void signal(String name) throws IOException {
        Signals.send(name, running().toHandle());
    }

    /** Ends it without a word, as a power cut would. */
    void kill() throws IOException {
        signal("KILL");
        awaitEnd();
    }

    /** Waits until its process has ended, and gives the exit code. */
    int awaitEnd() throws IOException {
        try {
            return running().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Process running() {
        Process now = process;
        if (now == null) {
            throw new IllegalStateException("the node was not started");
        }
        return now;
    }

    private java.util.Optional<HttpResponse<String>> get(String path) {
        URI uri = URI.create("http://localhost:" + ports.operations() + path);
        try {
            return java.util.Optional.of(
                    http.send(HttpRequest.newBuilder(uri).timeout(GLANCE).build(), BodyHandlers.ofString()));
        } catch (IOException away) {
            return java.util.Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return java.util.Optional.empty();
        }
    }

    /** What the production programs run on. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    @Override
    public void close() {
        Process last = process;
        if (last != null) {
            last.destroyForcibly().onExit().join();
        }
        http.close();
    }
}
