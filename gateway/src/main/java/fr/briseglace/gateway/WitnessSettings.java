package fr.briseglace.gateway;

import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.VerifierKey;
import fr.briseglace.watch.WitnessClient;
import java.net.URI;
import java.util.List;

/**
 * A witness that cosigns the log's checkpoints.
 *
 * @param key by which its cosignatures are checked
 * @param address its submission prefix (C2SP tlog-witness)
 */
public record WitnessSettings(VerifierKey key, URI address) {
    /**
     * Reads a list: one witness a line, its verifier key and its address; lines that begin with # say nothing.
     *
     * @throws ConfigException where a line is something else
     */
    static List<WitnessSettings> parse(String list) {
        return list.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(WitnessSettings::line)
                .toList();
    }

    WitnessClient client() {
        return new WitnessClient(key, address);
    }

    private static WitnessSettings line(String line) {
        String[] words = line.split("\\s+", -1);
        try {
            VerifierKey key = VerifierKey.parse(words[0]);
            URI address = URI.create(words[words.length - 1]);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (words.length == 2 && web && address.getHost() != null && key.algorithm() == KeyAlgorithm.COSIGNATURE) {
                return new WitnessSettings(key, address);
            }
        } catch (LogFault | IllegalArgumentException none) {
            // Said below, together with a line of other words.
        }
        throw new ConfigException(
                "log.witnesses must name a file with one witness a line: its verifier key, its address");
    }
}
