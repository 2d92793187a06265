package fr.briseglace.smtp;

/** What became of a message at the relay. */
public sealed interface Handover {
    /** The relay answers for it from now on. */
    record Taken() implements Handover {}

    /**
     * The relay said no.
     *
     * @param to what it said no to
     * @param code its reply code (RFC 5321 §4.2), from 400 to 599
     */
    record Refused(Stage to, int code) implements Handover {}

    /** There was no answer in time. It may have been taken. */
    record Silence() implements Handover {}

    /** There was no connection, or it broke. It may have been taken where it broke after the content. */
    record Broken() implements Handover {}

    /** The parts of a conversation that a relay can refuse. */
    enum Stage {
        /** Us: greeting, EHLO, TLS, login. */
        SESSION,
        /** The sender. */
        SENDER,
        /** The recipient. */
        RECIPIENT,
        /** The message. */
        CONTENT
    }
}
