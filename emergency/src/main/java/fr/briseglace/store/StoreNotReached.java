package fr.briseglace.store;

/** The store does not answer those who see to its schema: it is away, and will come back. */
public final class StoreNotReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreNotReached(Throwable cause) {
        super("the store does not answer", cause);
    }
}
