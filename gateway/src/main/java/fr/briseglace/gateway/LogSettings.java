package fr.briseglace.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transparency log.
 *
 * @param origin its name, for all time
 * @param key Ed25519 key that signs its checkpoints, PKCS #8 in PEM
 * @param nextKey key that will follow it and signs beside it; null where none is announced
 * @param export file that always has the last checkpoint; null for none
 * @param webhook address that each checkpoint is sent to; null for none
 * @param witnesses who cosigns its checkpoints
 */
public record LogSettings(
        String origin,
        Path key,
        @Nullable Path nextKey,
        @Nullable Path export,
        @Nullable URI webhook,
        List<WitnessSettings> witnesses) {
    /** Copies the list. */
    public LogSettings {
        witnesses = List.copyOf(witnesses);
    }

    static LogSettings of(Settings settings) {
        return new LogSettings(
                settings.text("log.origin"),
                settings.path("log.key"),
                settings.optionalPath("log.next-key"),
                settings.optionalFile("log.export"),
                settings.optionalUri("log.webhook", "https", "http"),
                WitnessSettings.parse(settings.optionalContent("log.witnesses")));
    }
}
