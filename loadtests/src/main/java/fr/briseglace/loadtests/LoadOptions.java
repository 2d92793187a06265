package fr.briseglace.loadtests;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a run is asked to do, by system properties beginning with {@code load.}; {@code README.md} has them all. */
public final class LoadOptions {
    private static final String PREFIX = "load.";

    private final Properties said;
    private final Map<String, String> usual;

    private LoadOptions(Properties said, Map<String, String> usual) {
        this.said = said;
        this.usual = usual;
    }

    /**
     * Reads the properties; what is not said is that of the local stack.
     *
     * @param usual what is otherwise in this simulation
     */
    public static LoadOptions from(Properties properties, Map<String, String> usual) {
        LoadOptions options = new LoadOptions(properties, usual);
        if (options.patients() < 1 || options.rate() <= 0 || options.personas().isEmpty()) {
            throw new IllegalArgumentException("a load needs personas, patients and a rate");
        }
        if (options.ramp().toSeconds() < 1 || options.duration().toSeconds() < 1) {
            throw new IllegalArgumentException("ramp and duration must be 1 second or more");
        }
        return options;
    }

    /** {@code url}: the public API. */
    public URI baseUrl() {
        return URI.create(text("url", "https://localhost:8443"));
    }

    /** {@code idp}: who gives tokens. */
    public URI identityProvider() {
        return URI.create(text("idp", "http://localhost:8089"));
    }

    /**
     * {@code personas}: who asks, separated by commas; or, by {@code professionals}, so many generated ones of the local
     * identity provider.
     */
    public List<String> personas() {
        int generated = whole("professionals", 0);
        return generated > 0
                ? IntStream.rangeClosed(1, generated)
                        .mapToObj("regulateur-%04d"::formatted)
                        .toList()
                : List.of(text("personas", "regulateur,regulateur2").split(",", -1));
    }

    /** {@code tokens}: a file of tokens to use instead, one a line. */
    public @Nullable Path tokens() {
        String file = text("tokens", "");
        return file.isEmpty() ? null : Path.of(file);
    }

    /** {@code patients}: how many patients are asked for; {@code skip}: after how many of the file. 1 or more. */
    public int patients() {
        return whole("patients", 1_000);
    }

    /** The patients of {@code ins}, the file of matricules: {@code ins.txt} of the stack's folder. */
    Matricules matricules() {
        return Matricules.read(inHome("ins", "ins.txt"), whole("skip", 0), patients());
    }

    /** {@code popularity}: exponent of how unlike patients are asked for. */
    public double popularity() {
        return number("popularity", 0.8);
    }

    /** {@code rate}: accesses started per second; above 0. */
    public double rate() {
        return number("rate", 100);
    }

    /** {@code ramp}: seconds of warm-up, from none to the full rate; 1 or more. */
    public Duration ramp() {
        return Duration.ofSeconds(whole("ramp", 15));
    }

    /** {@code duration}: seconds measured; 1 or more. */
    public Duration duration() {
        return Duration.ofSeconds(whole("duration", 60));
    }

    /** {@code metrics}: where the node's metrics are, to judge its notices; null where they are not judged. */
    public @Nullable URI metrics() {
        String at = text("metrics", "");
        return at.isEmpty() ? null : URI.create(at);
    }

    /** {@code keystore}: the client certificate and its key; by {@code certificate}, that of a structure of the stack. */
    public Path keyStore() {
        return inHome("keystore", "pki/" + text("certificate", "samu44") + ".p12");
    }

    /** The certificate of another structure of the stack. */
    Path keyStoreOf(String structure) {
        return home().resolve("pki").resolve(structure + ".p12");
    }

    /** {@code ca}: the authority that signed the server's certificate. */
    public Path authority() {
        return inHome("ca", "pki/ca.pem");
    }

    /** A number of this simulation. */
    double number(String name, double otherwise) {
        return Double.parseDouble(text(name, Double.toString(otherwise)));
    }

    /** A whole number of this simulation. */
    int whole(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    /** A word of this simulation. */
    String text(String name, String otherwise) {
        return said.getProperty(PREFIX + name, usual.getOrDefault(name, otherwise));
    }

    /** {@code home}: the folder of the stack, with {@code pki/} and {@code ins.txt}. */
    private Path home() {
        return Path.of(text("home", ".brise-glace"));
    }

    private Path inHome(String name, String otherwise) {
        String file = text(name, "");
        return file.isEmpty() ? home().resolve(otherwise) : Path.of(file);
    }
}
