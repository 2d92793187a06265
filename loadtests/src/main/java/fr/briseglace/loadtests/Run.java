package fr.briseglace.loadtests;

import io.gatling.app.Gatling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs a simulation by its name, shows the structure's certificate and trusts the stack's authority alone. */
public final class Run {
    private static final String RESULTS = "loadtests/target/gatling";

    private Run() {}

    /** Takes the name of the simulation; ends the process, with 0 where every assertion held. */
    public static void main(String[] args) {
        Named named = args.length == 1 ? Named.of(args[0]) : null;
        if (named == null) {
            throw new IllegalArgumentException("name one of " + Named.words());
        }
        LoadOptions options = named.options();
        secure(options);
        Gatling.main(new String[] {
            "--simulation", named.simulation().getName(), "--results-folder", options.text("results", RESULTS)
        });
    }

    /** Gatling reads these when it starts. */
    static void secure(LoadOptions options) {
        Path keys = options.keyStore();
        if (!Files.isReadable(keys)) {
            throw new IllegalArgumentException("no certificate in " + keys + ": is the stack up, is load.home right?");
        }
        TrustStore trust = TrustStore.of(options.authority());
        Map.of(
                        "useInsecureTrustManager", "false",
                        "keyStore.type", "PKCS12",
                        "keyStore.file", keys.toAbsolutePath().toString(),
                        "keyStore.password", "changeit",
                        "trustStore.type", "PKCS12",
                        "trustStore.file", trust.file().toString(),
                        "trustStore.password", TrustStore.PASSWORD)
                .forEach((name, value) -> System.setProperty("gatling.ssl." + name, value));
    }
}
