package fr.briseglace.local.mail;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;

/** The messages of all recipients, the newest up to a bound; the oldest of all makes room. Safe for many threads. */
final class Mailboxes {
    private final int bound;
    private final Queue<ReceivedMail> all = new ArrayDeque<>();
    private final Map<String, Queue<ReceivedMail>> byRecipient = new HashMap<>();

    /**
     * Empty mailboxes.
     *
     * @param bound most messages kept, at least 1
     */
    Mailboxes(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, not " + bound);
        }
        this.bound = bound;
    }

    synchronized void add(ReceivedMail mail) {
        if (all.size() == bound) {
            dropOldest();
        }
        all.add(mail);
        byRecipient.computeIfAbsent(mail.to(), unknown -> new ArrayDeque<>()).add(mail);
    }

    /** What an address received, oldest first; addresses compare without case. */
    synchronized List<ReceivedMail> of(String address) {
        Queue<ReceivedMail> mailbox = byRecipient.get(address.toLowerCase(Locale.ROOT));
        return mailbox == null ? List.of() : List.copyOf(mailbox);
    }

    private void dropOldest() {
        ReceivedMail oldest = all.remove();
        byRecipient.computeIfPresent(oldest.to(), (recipient, mailbox) -> {
            mailbox.remove();
            return mailbox.isEmpty() ? null : mailbox;
        });
    }
}
