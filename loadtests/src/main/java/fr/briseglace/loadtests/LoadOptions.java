package fr.briseglace.loadtests;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do, by system properties beginning with {@code load.}.
 *
 * @param baseUrl {@code load.url}: the public API
 * @param identityProvider {@code load.idp}: who gives tokens
 * @param home {@code load.home}: the folder of the stack, with {@code pki/} and {@code ins.txt}
 * @param certificate {@code load.certificate}: the structure whose certificate is shown
 * @param personas {@code load.personas}: who asks, separated by commas
 * @param patients {@code load.patients}: how many patients are asked for, the first of {@code ins.txt}; 1 or more
 * @param rate {@code load.rate}: accesses started per second; above 0
 * @param ramp {@code load.ramp}: seconds of warm-up, from none to the full rate; 1 or more
 * @param duration {@code load.duration}: seconds measured; 1 or more
 * @param metrics {@code load.metrics}: where the node's metrics are, to judge its notices; null where they are not judged
 */
public record LoadOptions(
        URI baseUrl,
        URI identityProvider,
        Path home,
        String certificate,
        List<String> personas,
        int patients,
        double rate,
        Duration ramp,
        Duration duration,
        @Nullable URI metrics) {

    private static final String PREFIX = "load.";

    /** Checks the ranges. */
    public LoadOptions {
        personas = List.copyOf(personas);
        if (personas.isEmpty() || patients < 1 || rate <= 0) {
            throw new IllegalArgumentException("a load needs personas, patients and a rate");
        }
        if (ramp.toSeconds() < 1 || duration.toSeconds() < 1) {
            throw new IllegalArgumentException("ramp and duration must be 1 second or more");
        }
    }

    /** Reads the properties; what is not said is that of the local stack. */
    public static LoadOptions from(Properties properties) {
        return new LoadOptions(
                URI.create(properties.getProperty(PREFIX + "url", "https://localhost:8443")),
                URI.create(properties.getProperty(PREFIX + "idp", "http://localhost:8089")),
                Path.of(properties.getProperty(PREFIX + "home", ".brise-glace")),
                properties.getProperty(PREFIX + "certificate", "samu44"),
                List.of(properties
                        .getProperty(PREFIX + "personas", "regulateur,regulateur2")
                        .split(",", -1)),
                Integer.parseInt(properties.getProperty(PREFIX + "patients", "1000")),
                Double.parseDouble(properties.getProperty(PREFIX + "rate", "100")),
                seconds(properties, "ramp", "15"),
                seconds(properties, "duration", "60"),
                Optional.ofNullable(properties.getProperty(PREFIX + "metrics"))
                        .map(URI::create)
                        .orElse(null));
    }

    /** The client certificate and its key. */
    public Path keyStore() {
        return home.resolve("pki").resolve(certificate + ".p12");
    }

    /** The authority that signed the server's certificate. */
    public Path authority() {
        return home.resolve("pki").resolve("ca.pem");
    }

    /** The patients' matricules, one a line. */
    public Path matricules() {
        return home.resolve("ins.txt");
    }

    private static Duration seconds(Properties properties, String name, String otherwise) {
        return Duration.ofSeconds(Long.parseLong(properties.getProperty(PREFIX + name, otherwise)));
    }
}
