package fr.briseglace.notice;

/** What a channel made of a message. */
public sealed interface Receipt {
    /** The next relay answers for it from now on. */
    record Accepted() implements Receipt {}

    /**
     * It did not go out.
     *
     * @param failure why
     */
    record Declined(Failure failure) implements Receipt {}
}
