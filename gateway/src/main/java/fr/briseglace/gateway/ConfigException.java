package fr.briseglace.gateway;

/** The configuration cannot be used; the message is one sentence for the operator. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With that sentence. */
    public ConfigException(String sentence) {
        super(sentence);
    }
}
