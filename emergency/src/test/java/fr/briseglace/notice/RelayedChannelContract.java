package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every channel does whose messages are taken over by somebody else's server, whatever that server does. */
abstract class RelayedChannelContract extends NoticeChannelContract {
    static final Duration SHORT = Duration.ofMillis(400);
    static final Duration LONG = Duration.ofSeconds(20);

    /** What servers do. */
    enum Manners {
        /** Reads and says nothing. */
        SILENT,
        /** Takes the whole message and drops the connection. */
        DROPS_AFTER_TAKING,
        /** Cannot take it now. */
        BUSY,
        /** Does not want it from us. */
        UNWILLING,
        /** Does not know the recipient. */
        KNOWS_NOBODY,
        /** Answers in no language of the protocol. */
        GARBAGE,
        /** Answers without end. */
        ENDLESS
    }

    /** A channel to a new server that behaves so towards everybody. */
    abstract NoticeChannel facing(Manners manners, Duration patience) throws Exception;

    /** A channel to a new server that does not know that one address. */
    abstract NoticeChannel notKnowing(String address) throws Exception;

    /** Takes the working channel's server away. */
    abstract void down() throws Exception;

    /** Brings it back. */
    abstract void up() throws Exception;

    /** The ids that messages to that address came under, oldest first. */
    abstract List<String> ids(String address) throws Exception;

    @ParameterizedTest
    @CsvSource({
        "SILENT, RELAY_SILENT",
        "DROPS_AFTER_TAKING, RELAY_UNREACHABLE",
        "BUSY, RELAY_REFUSED",
        "UNWILLING, RELAY_REFUSED",
        "KNOWS_NOBODY, ADDRESS_REJECTED",
        "GARBAGE, RELAY_UNREACHABLE"
    })
    void whateverTheServerDoesIsAnAnswer(Manners manners, Failure failure) throws Exception {
        Duration patience = manners == Manners.SILENT ? SHORT : LONG;
        NoticeChannel channel = facing(manners, patience);
        assertThat(send(channel, address())).isEqualTo(new Receipt.Declined(failure));
        channel.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void endlessAnswerNeitherFillsMemoryNorHoldsUpTheNext() throws Exception {
        NoticeChannel channel = facing(Manners.ENDLESS, LONG);
        for (int i = 0; i < 20; i++) {
            assertThat(send(channel, address())).isNotNull();
        }
        channel.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void oneAddressThatIsRefusedHoldsUpNoOther() throws Exception {
        String unknown = address();
        NoticeChannel channel = notKnowing(unknown);
        List<Future<Receipt>> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(channel.send(new Message(UUID.randomUUID(), i == 7 ? unknown : address(), WORDS)));
        }
        for (int i = 0; i < 30; i++) {
            Receipt expected = i == 7 ? new Receipt.Declined(Failure.ADDRESS_REJECTED) : new Receipt.Accepted();
            assertThat(all.get(i).await(20, TimeUnit.SECONDS)).isEqualTo(expected);
        }
        channel.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void serverThatRejectsEverybodyIsBelievedOfFewAndTheRestIsTriedAgain() throws Exception {
        NoticeChannel channel = facing(Manners.KNOWS_NOBODY, LONG);
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            receipts.add(send(channel, address()));
        }
        assertThat(receipts.subList(0, 3)).containsOnly(new Receipt.Declined(Failure.ADDRESS_REJECTED));
        assertThat(receipts.subList(3, 12)).containsOnly(new Receipt.Declined(Failure.RELAY_REFUSED));
        channel.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void serverThatTakesAMessageIsBelievedAgain() throws Exception {
        String unknown = address();
        NoticeChannel channel = notKnowing(unknown);
        for (int i = 0; i < 5; i++) {
            send(channel, unknown);
        }
        assertThat(send(channel, unknown)).isEqualTo(new Receipt.Declined(Failure.RELAY_REFUSED));
        assertThat(send(channel, address())).isEqualTo(new Receipt.Accepted());
        assertThat(send(channel, unknown)).isEqualTo(new Receipt.Declined(Failure.ADDRESS_REJECTED));
        channel.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void serverThatComesBackIsUsedAgainByTheSameChannel() throws Exception {
        NoticeChannel channel = working();
        String address = address();
        UUID id = UUID.randomUUID();
        Message message = new Message(id, address, WORDS);
        assertThat(channel.send(message).await(20, TimeUnit.SECONDS)).isEqualTo(new Receipt.Accepted());
        down();
        for (int i = 0; i < 10; i++) {
            assertThat(send(channel, address())).isInstanceOf(Receipt.Declined.class);
        }
        up();
        assertThat(channel.send(message).await(20, TimeUnit.SECONDS)).isEqualTo(new Receipt.Accepted());
        channel.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void repeatCanBeRecognisedByItsId() throws Exception {
        NoticeChannel channel = working();
        String address = address();
        UUID id = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            channel.send(new Message(id, address, WORDS)).await(20, TimeUnit.SECONDS);
        }
        assertThat(ids(address)).hasSize(2).allMatch(one -> one.contains(id.toString()));
        channel.close().await(10, TimeUnit.SECONDS);
    }
}
