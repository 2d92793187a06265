package fr.briseglace.local.demo;

import fr.briseglace.gateway.Config;
import fr.briseglace.law.Structure;
import fr.briseglace.local.pki.LocalStructure;
import fr.briseglace.local.population.Population;
import fr.briseglace.store.Database;
import fr.briseglace.store.Registry;
import fr.briseglace.store.Schema;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the local stack's store holds before anybody calls.
 *
 * @param population who is in the store, beside those of imported documents
 * @param imported what became of the documents to import; null where none were
 */
public record StoreContent(Population population, DocumentImport.@Nullable Imported imported) {
    /**
     * Brings the schema up to date and puts in what is missing: structures, so many patients, documents. Blocks.
     *
     * @param documents folder of CDA documents to deposit as well; null for none
     */
    public static StoreContent fill(Vertx vertx, Config config, Home home, int patients, @Nullable Path documents)
            throws IOException {
        Schema.migrate(Objects.requireNonNull(config.owner()), config.database().user());
        Database database = Database.open(vertx, config.database());
        try {
            Registry registry = new Registry(database.console());
            registry.list(structures()).await();
            registry.locate(regions()).await();
            return new StoreContent(
                    new PopulationLoad(home, database.console()).load(patients),
                    documents == null ? null : new DocumentImport(database.console()).of(documents));
        } finally {
            database.close().await();
        }
    }

    private static List<Structure> structures() {
        return Arrays.stream(LocalStructure.values())
                .map(one -> new Structure(one.id(), one.organisation(), one.kind()))
                .toList();
    }

    private static Map<String, String> regions() {
        return Arrays.stream(LocalStructure.values())
                .collect(Collectors.toMap(LocalStructure::id, LocalStructure::region));
    }
}
