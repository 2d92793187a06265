package fr.briseglace.gateway;

import io.vertx.core.Future;

/** The configuration cannot be used; the message is one sentence for the operator. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With that sentence. */
    public ConfigException(String sentence) {
        super(sentence);
    }

    /** A port, named as in the configuration, on which nothing can be listened for, most often since somebody does already. */
    static <T> Future<T> unusablePort(String setting, int port, Throwable cause) {
        return Future.failedFuture(
                new ConfigException(setting + " " + port + " cannot be listened on: " + cause.getMessage()));
    }
}
