package fr.briseglace.gateway;

import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.store.Schema;
import java.nio.file.Path;

/**
 * {@code brise-glace migrate CONFIGURATION}: brings the store's schema up to date as the role that {@code database.owner}
 * names, and tells the store what the gateway's own role may do.
 */
public final class Migrate {
    private Migrate() {}

    /** Ends with 2 where the configuration cannot be used. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            wrong("usage: brise-glace migrate CONFIGURATION");
        }
        try {
            Config config = Config.read(Path.of(arguments[0]));
            DatabaseSettings owner = config.owner();
            if (owner == null) {
                throw new ConfigException("database.owner is missing");
            }
            System.out.println(Schema.migrate(owner, config.database().user()) + " migrations ran");
        } catch (ConfigException e) {
            wrong("brise-glace: " + e.getMessage());
        }
        System.exit(0);
    }

    private static void wrong(String sentence) {
        System.err.println(sentence);
        System.exit(2);
    }
}
