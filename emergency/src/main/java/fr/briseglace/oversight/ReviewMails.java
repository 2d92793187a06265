package fr.briseglace.oversight;

import fr.briseglace.notice.Message;
import fr.briseglace.notice.NoticeChannel;
import fr.briseglace.notice.Receipt;
import fr.briseglace.notice.ReviewWords;
import fr.briseglace.notice.Words;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes to the privacy officer about what waits, and to somebody else about what has waited too long: many references
 * in one message, never an identity. What the relay does not take is written again in the next round.
 */
public final class ReviewMails {
    private static final int REFERENCES = 50;

    private final ReviewPost post;
    private final NoticeChannel channel;
    private final ReviewWords words = new ReviewWords();
    private final String officer;
    private final String escalation;

    /**
     * Mails over a channel.
     *
     * @param officer address of the privacy officer
     * @param escalation address of whoever is told that the privacy officer is late
     */
    public ReviewMails(ReviewPost post, NoticeChannel channel, String officer, String escalation) {
        this.post = post;
        this.channel = channel;
        this.officer = officer;
        this.escalation = escalation;
    }

    /**
     * Writes what there is to write.
     *
     * @return whether all of it was taken
     */
    public Future<Boolean> round() {
        return post.untold(REFERENCES)
                .compose(waiting -> write(officer, waiting, words::waiting, post::told))
                .compose(told -> post.overdue(REFERENCES)
                        .compose(late -> write(escalation, late, words::overdue, post::escalated))
                        .map(escalated -> told && escalated));
    }

    private Future<Boolean> write(
            String address,
            List<UUID> reviews,
            Function<List<UUID>, Words> about,
            Function<List<UUID>, Future<Void>> noted) {
        if (reviews.isEmpty()) {
            return Future.succeededFuture(true);
        }
        return channel.send(new Message(id(address, reviews), address, about.apply(reviews)))
                .compose(receipt -> receipt instanceof Receipt.Accepted
                        ? noted.apply(reviews).map(true)
                        : Future.succeededFuture(false));
    }

    /** The same for the same, so that a mailbox can tell a repetition. */
    private static UUID id(String address, List<UUID> reviews) {
        return UUID.nameUUIDFromBytes((address + reviews).getBytes(StandardCharsets.UTF_8));
    }
}
