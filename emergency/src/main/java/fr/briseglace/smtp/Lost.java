package fr.briseglace.smtp;

/** Why a conversation ended early; carries no stack, for it is an everyday event. */
final class Lost extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Handover outcome;

    Lost(Handover outcome) {
        super("the conversation with the relay ended", null, false, false);
        this.outcome = outcome;
    }

    /** What it means for the message. */
    static Handover outcome(Throwable cause) {
        return cause instanceof Lost lost ? lost.outcome : new Handover.Broken();
    }
}
