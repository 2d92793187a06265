package fr.briseglace.watch;

/** The log could not be asked, so nothing is known of it; one sentence. */
final class Unchecked extends Exception {
    private static final long serialVersionUID = 1;

    Unchecked(String message) {
        super(message, null, false, false);
    }
}
