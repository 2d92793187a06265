package fr.briseglace.notice;

import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** One attempt at one notice: put into words, sent by its channel, judged. Whatever goes wrong is an outcome. */
public final class Delivery {
    private final Wording wording;
    private final Map<Channel, NoticeChannel> channels;
    private final Backoff backoff;
    private final DoubleSupplier random;

    /**
     * Deliveries by these channels.
     *
     * @param random source of numbers from 0 inclusive to 1 exclusive
     */
    public Delivery(Wording wording, Map<Channel, NoticeChannel> channels, Backoff backoff, DoubleSupplier random) {
        this.wording = wording;
        this.channels = Map.copyOf(channels);
        this.backoff = backoff;
        this.random = random;
    }

    /** The channels there are. */
    Set<Channel> channels() {
        return channels.isEmpty() ? EnumSet.noneOf(Channel.class) : EnumSet.copyOf(channels.keySet());
    }

    /** Tries; never a failed future. */
    Future<Outcome> attempt(Notice notice) {
        NoticeChannel channel = channels.get(notice.channel());
        if (channel == null) {
            return Future.succeededFuture(failed(notice, Failure.RELAY_UNREACHABLE));
        }
        Message message;
        try {
            Words words = wording.of(notice.facts(), notice.audience());
            message = new Message(notice.key().noticeId(), notice.address(), words);
        } catch (RuntimeException e) {
            return Future.succeededFuture(failed(notice, Failure.UNREADABLE));
        }
        return sent(channel, message)
                .map(receipt -> outcome(notice, receipt))
                .otherwise(cause -> failed(notice, Failure.RELAY_UNREACHABLE));
    }

    private static Future<Receipt> sent(NoticeChannel channel, Message message) {
        try {
            return channel.send(message);
        } catch (RuntimeException defect) {
            return Future.failedFuture(defect);
        }
    }

    private Outcome outcome(Notice notice, Receipt receipt) {
        return switch (receipt) {
            case Receipt.Accepted accepted -> new Outcome.Sent(notice);
            case Receipt.Declined declined -> failed(notice, declined.failure());
        };
    }

    private Outcome failed(Notice notice, Failure failure) {
        return failure.lasting() || backoff.spent(notice.attempts(), notice.age())
                ? new Outcome.Parked(notice, failure)
                : new Outcome.Retry(notice, failure, backoff.delay(notice.attempts(), random.getAsDouble()));
    }
}
