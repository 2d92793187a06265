package fr.briseglace.watch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a command was given.
 *
 * @param log address of the log, before {@code /checkpoint}
 * @param values of options, by name
 */
record Options(URI log, Map<String, String> values) {
    private static final long LARGEST_FILE = 1L << 20;

    /**
     * Reads arguments: the log's address, and options that each have a value.
     *
     * @throws Unchecked where they cannot be used
     */
    static Options parse(String[] arguments, Set<String> known) throws Unchecked {
        URI log = null;
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (known.contains(argument)) {
                if (++i == arguments.length) {
                    throw new Unchecked(argument + " needs a value");
                }
                values.put(argument, arguments[i]);
            } else if (log == null && !argument.startsWith("--")) {
                log = address(argument);
            } else {
                throw new Unchecked("the argument " + (i + 1) + " is not known");
            }
        }
        if (log == null) {
            throw new Unchecked("the address of a log is missing, such as https://localhost:8443/log");
        }
        return new Options(log, Map.copyOf(values));
    }

    private static URI address(String text) throws Unchecked {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                String path = uri.getPath();
                return path.isEmpty() || path.equals("/") ? uri.resolve("/log") : uri;
            }
        } catch (IllegalArgumentException notAUri) {
            // Said below, together with what is no address of the web.
        }
        throw new Unchecked("the address of the log must begin with https:// or http://");
    }

    @Nullable
    String value(String name) {
        return values.get(name);
    }

    /** The content of the file that an option names; null where it was not given. */
    @Nullable
    String file(String name) throws Unchecked {
        String path = values.get(name);
        return path == null ? null : new String(read(name, Path.of(path)), StandardCharsets.UTF_8);
    }

    private static byte[] read(String name, Path path) throws Unchecked {
        try {
            if (Files.size(path) > LARGEST_FILE) {
                throw new Unchecked("the file that " + name + " names is too large");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Unchecked("the file that " + name + " names cannot be read");
        }
    }

    /** Whose certificates count: the authorities of {@code --ca}; null for the platform's choice. */
    @Nullable
    SSLContext tls() throws Unchecked {
        String path = values.get("--ca");
        if (path == null) {
            return null;
        }
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + store.size(), authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls;
        } catch (IOException | GeneralSecurityException e) {
            throw new Unchecked("the authority that --ca names cannot be read");
        }
    }
}
