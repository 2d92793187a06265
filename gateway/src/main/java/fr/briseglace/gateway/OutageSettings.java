package fr.briseglace.gateway;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is done while the store is away.
 *
 * @param journal folder of this node alone, where records wait for the store
 * @param staleness how old a snapshot may be that is answered from then; zero to answer nothing
 */
record OutageSettings(Path journal, Duration staleness) {
    private static final Duration USUAL = Duration.ofMinutes(15);

    static OutageSettings of(Settings settings) {
        return new OutageSettings(
                settings.folder("outage.journal", "outage"), settings.durationOrNone("outage.staleness", USUAL));
    }
}
