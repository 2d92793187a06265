package fr.briseglace.notice;

/**
 * What a message says.
 *
 * @param subject one line
 * @param text plain text, lines ended by a line feed
 * @param html the same as an accessible page
 */
public record Words(String subject, String text, String html) {
    /** Says nothing of the persons. */
    @Override
    public String toString() {
        return "Words[…]";
    }
}
