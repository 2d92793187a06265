package fr.briseglace.local.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MailboxesTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static ReceivedMail mail(String to, String text) {
        return new ReceivedMail("avis@example.org", to, text.getBytes(US_ASCII), NOON);
    }

    private static List<String> texts(List<ReceivedMail> mails) {
        return mails.stream().map(mail -> new String(mail.content(), US_ASCII)).toList();
    }

    @Test
    void aMailboxIsReadOldestFirstWhateverTheCaseOfItsAddress() {
        Mailboxes mailboxes = new Mailboxes(10);
        mailboxes.add(mail("a@example.org", "one"));
        mailboxes.add(mail("b@example.org", "two"));
        mailboxes.add(mail("a@example.org", "three"));

        assertThat(texts(mailboxes.of("A@Example.org"))).containsExactly("one", "three");
    }

    @Test
    void anUnknownAddressHasReceivedNothing() {
        assertThat(new Mailboxes(1).of("nobody@example.org")).isEmpty();
    }

    @Property
    void theNewestOfAllRecipientsAreKept(
            @ForAll @IntRange(min = 1, max = 20) int bound,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 4) Integer> recipients) {
        Mailboxes mailboxes = new Mailboxes(bound);
        for (int i = 0; i < recipients.size(); i++) {
            mailboxes.add(mail(recipients.get(i) + "@example.org", Integer.toString(i)));
        }
        int dropped = Math.max(0, recipients.size() - bound);

        for (int recipient = 0; recipient <= 4; recipient++) {
            int whose = recipient;
            List<String> expected = IntStream.range(dropped, recipients.size())
                    .filter(i -> recipients.get(i) == whose)
                    .mapToObj(Integer::toString)
                    .toList();
            assertThat(texts(mailboxes.of(recipient + "@example.org"))).isEqualTo(expected);
        }
    }

    @Test
    void aBoundOfNothingIsRefused() {
        assertThatThrownBy(() -> new Mailboxes(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMessageNamesNobodyInALog() {
        assertThat(mail("a@example.org", "one")).hasToString("ReceivedMail[2026-01-02T12:00:00Z]");
        assertThat(new SunkMail("1", "avis@example.org", "a@example.org", "one", "", NOON))
                .hasToString("SunkMail[2026-01-02T12:00:00Z]");
    }
}
