package fr.briseglace.notice;

/** A way to reach a recipient. */
public enum Channel {
    /** MSSanté, between secure mailboxes: may name the access. */
    SECURE_MAIL("secure-mail"),
    /** An ordinary mailbox: says only that a notice awaits. */
    EMAIL("email"),
    /** A text message: says only that a notice awaits. */
    SMS("sms"),
    /** A letter from the print spool, for those without usable Internet. */
    LETTER("letter"),
    /** A signed event for the portal: says only that a notice awaits. */
    PORTAL("portal");

    private final String code;

    Channel(String code) {
        this.code = code;
    }

    /** The word of the outbox. */
    public String code() {
        return code;
    }

    /**
     * The channel of a code.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Channel of(String code) {
        for (Channel channel : values()) {
            if (channel.code.equals(code)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("no such channel");
    }
}
