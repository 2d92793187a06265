package fr.briseglace.store;

/** The store lacks migrations, and nobody was named who may apply them. */
public final class SchemaOutdated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaOutdated(String present, String needed) {
        super("the store's schema is at version " + present + " and this gateway needs " + needed
                + "; bring it up to date with: ./brise-glace migrate CONFIGURATION");
    }
}
