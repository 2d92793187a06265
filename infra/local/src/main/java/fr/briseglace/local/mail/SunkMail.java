package fr.briseglace.local.mail;

import java.time.Instant;

/**
 * One message as one of its recipients got it.
 *
 * @param id what its Message-ID begins with, up to the at sign; empty where it has none
 * @param from address of the envelope's sender, empty for bounces
 * @param to address of the envelope's recipient, in lower case
 * @param subject decoded; empty where there is none
 * @param text the decoded text/plain part; empty where there is none
 * @param receivedAt when the sink took it
 */
public record SunkMail(String id, String from, String to, String subject, String text, Instant receivedAt) {
    /** Says nothing of the people: a message must not reach a log by accident. */
    @Override
    public String toString() {
        return "SunkMail[" + receivedAt + "]";
    }
}
