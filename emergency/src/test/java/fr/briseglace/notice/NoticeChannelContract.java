package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every channel does, whatever it is made of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NoticeChannelContract {
    static final Words WORDS = new Words(
            "Accès en urgence à votre dossier médical",
            "Bonjour,\n\nvotre dossier a été ouvert.\n.\nFin\n",
            "<p>Votre dossier a été ouvert.</p>\n",
            Language.FR);

    final Vertx vertx = Vertx.vertx();
    private NoticeChannel channel;
    private NoticeChannel cutOff;

    /** What a recipient found in their mailbox, spool or telephone. */
    record Arrived(String subject, String text) {}

    /** A channel that works. */
    abstract NoticeChannel working() throws Exception;

    /** A channel whose relay is down. */
    abstract NoticeChannel cutOff() throws Exception;

    /** A new address the working channel can deliver to. */
    abstract String address();

    /** What is no address, and tries to reach that one all the same. */
    String nonsense(String address) {
        return "nowhere\r\nBcc: " + address;
    }

    /** What a recipient is to find of {@link #WORDS}. */
    Arrived whole() {
        return new Arrived(WORDS.subject(), WORDS.text());
    }

    /** What arrived there, oldest first. */
    abstract List<Arrived> arrived(String address) throws Exception;

    @BeforeAll
    void open() throws Exception {
        channel = working();
        cutOff = cutOff();
    }

    @AfterAll
    void close() throws Exception {
        channel.close().await(10, TimeUnit.SECONDS);
        cutOff.close().await(10, TimeUnit.SECONDS);
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void acceptedMessageArrivesWordForWord() throws Exception {
        String address = address();
        assertThat(send(channel, address)).isEqualTo(new Receipt.Accepted());
        assertThat(arrived(address)).containsExactly(whole());
    }

    @Test
    void nonsenseForAnAddressIsDeclinedForGoodAndHarmsNothing() throws Exception {
        String address = address();
        assertThat(send(channel, nonsense(address))).isEqualTo(new Receipt.Declined(Failure.ADDRESS_REJECTED));
        assertThat(arrived(address)).isEmpty();
        assertThat(send(channel, address)).isEqualTo(new Receipt.Accepted());
    }

    @Test
    void relayThatIsDownIsAnAnswerNotAnException() throws Exception {
        assertThat(send(cutOff, address())).isEqualTo(new Receipt.Declined(Failure.RELAY_UNREACHABLE));
    }

    static Receipt send(NoticeChannel channel, String address) throws Exception {
        return channel.send(new Message(UUID.randomUUID(), address, WORDS)).await(20, TimeUnit.SECONDS);
    }
}
