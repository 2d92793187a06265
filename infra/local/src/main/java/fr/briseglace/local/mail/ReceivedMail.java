package fr.briseglace.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message for one of its recipients, as it came over the wire and not yet read.
 *
 * @param from address of the envelope's sender, empty for bounces
 * @param to address of the envelope's recipient, in lower case
 * @param content header and body; several recipients share it
 * @param at when it came
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody
record ReceivedMail(String from, String to, byte[] content, Instant at) {
    private static final Pattern ID = Pattern.compile("<([^@>]+)");
    private static final Session UNCONFIGURED = Session.getInstance(new Properties());

    /**
     * What a person would read of it.
     *
     * @throws IllegalStateException if it is no message that can be read
     */
    SunkMail read() {
        try {
            MimeMessage message = new MimeMessage(UNCONFIGURED, new ByteArrayInputStream(content));
            return new SunkMail(
                    id(message),
                    from,
                    to,
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    PlainText.of(message),
                    at);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a message that cannot be read", e);
        }
    }

    private static String id(MimeMessage message) throws MessagingException {
        String id = Objects.requireNonNullElse(message.getMessageID(), "");
        Matcher begins = ID.matcher(id);
        return begins.lookingAt() ? begins.group(1) : "";
    }

    /** Says nothing of the people: a message must not reach a log by accident. */
    @Override
    public String toString() {
        return "ReceivedMail[" + at + "]";
    }
}
