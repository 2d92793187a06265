package fr.briseglace.post;

/** What became of a request. */
public sealed interface Answer {
    /**
     * The service answered.
     *
     * @param code HTTP status, from 100 to 999
     */
    record Status(int code) implements Answer {
        /** Whether the service took it. A redirection is no success: nothing follows it. */
        public boolean success() {
            return code >= 200 && code < 300;
        }
    }

    /** There was no answer in time. The request may have been taken. */
    record Silence() implements Answer {}

    /** No connection, or it broke, or what came back was no HTTP. The request may have been taken where it broke late. */
    record Broken() implements Answer {}
}
