package fr.briseglace.notice;

/**
 * What a message says.
 *
 * @param subject one line
 * @param text plain text, lines ended by a line feed
 * @param html the same as an accessible page
 * @param language what it is written in
 */
public record Words(String subject, String text, String html, Language language) {
    /** Says nothing of the persons. */
    @Override
    public String toString() {
        return "Words[…]";
    }
}
