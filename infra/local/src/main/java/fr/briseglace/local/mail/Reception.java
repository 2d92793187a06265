package fr.briseglace.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.subethamail.smtp.MessageHandler;

/** One message as it arrives: who sent it, for whom, and its content, laid into the mailbox of each. */
final class Reception implements MessageHandler {
    private final Mailboxes mailboxes;
    private final InstantSource clock;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    /**
     * A message whose envelope is still empty.
     *
     * @param clock dates it
     */
    Reception(Mailboxes mailboxes, InstantSource clock) {
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    @Override
    public void from(String address) {
        sender = address;
    }

    @Override
    public void recipient(String address) {
        recipients.add(address.toLowerCase(Locale.ROOT));
    }

    @Override
    public String data(InputStream content) throws IOException {
        byte[] bytes = withoutLastLineEnd(content.readAllBytes());
        for (String recipient : recipients) {
            mailboxes.add(new ReceivedMail(sender, recipient, bytes, clock.instant()));
        }
        return "Ok";
    }

    /** The line end before the closing dot ends the transfer, and is not what a person sent. */
    private static byte[] withoutLastLineEnd(byte[] content) {
        int end = content.length - 2;
        return end >= 0 && content[end] == '\r' && content[end + 1] == '\n' ? Arrays.copyOf(content, end) : content;
    }

    @Override
    public void done() {
        // Laid into the mailboxes already.
    }
}
