package fr.briseglace.gateway;

import fr.briseglace.announce.Announcements;
import fr.briseglace.cache.KeyRing;
import fr.briseglace.notice.NoticeChannel;
import fr.briseglace.oversight.ReviewMails;
import fr.briseglace.oversight.ReviewSample;
import fr.briseglace.oversight.Thresholds;
import fr.briseglace.store.Database;
import fr.briseglace.store.PgOversight;
import fr.briseglace.store.PgReviewPost;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the leading node look at what has come in since the last time, and write to those who review. Yields to accesses.
 */
final class OversightRounds {
    private static final Logger LOG = LoggerFactory.getLogger(OversightRounds.class);
    private static final long EXAMINE_MILLIS = TimeUnit.SECONDS.toMillis(2);
    private static final long WRITE_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** How many times as long as it worked it rests while more waits: of a processor it takes a fifth at most. */
    private static final int PAUSE_FACTOR = 4;

    private final Vertx vertx;
    private final BooleanSupplier leading;
    private final PgOversight oversight;
    private final ReviewMails mails;
    private final NoticeChannel channel;
    private long wroteAt = System.nanoTime() - WRITE_NANOS;
    private volatile boolean closed;

    private OversightRounds(
            Vertx vertx, BooleanSupplier leading, PgOversight oversight, ReviewMails mails, NoticeChannel channel) {
        this.vertx = vertx;
        this.leading = leading;
        this.oversight = oversight;
        this.mails = mails;
        this.channel = channel;
    }

    /** Begins on connections of its own to the relay. Looks every few seconds, writes once a minute at most. */
    static OversightRounds start(
            Vertx vertx, Config config, Database database, KeyRing secrets, BooleanSupplier leading) {
        MailSettings mail = config.mail();
        NoticeChannel channel = Notices.relayed(vertx, mail.ordinary(), InstantSource.system());
        OversightRounds rounds = new OversightRounds(
                vertx,
                leading,
                new PgOversight(
                        database.console(),
                        new ReviewSample(text -> secrets.name("", text)),
                        caseId -> Announcements.caseHash(secrets, caseId),
                        Thresholds.DEFAULT),
                new ReviewMails(
                        new PgReviewPost(database.console()),
                        channel,
                        mail.privacyOfficer(),
                        config.oversight().escalation()),
                channel);
        rounds.next(EXAMINE_MILLIS);
        return rounds;
    }

    /** Ends the rounds. */
    Future<Void> close() {
        closed = true;
        return channel.close();
    }

    private void next(long millis) {
        vertx.setTimer(millis, due -> {
            if (!closed) {
                round();
            }
        });
    }

    private void round() {
        if (!leading.getAsBoolean()) {
            next(EXAMINE_MILLIS);
            return;
        }
        long began = System.nanoTime();
        oversight
                .examine()
                .compose(more -> {
                    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                    return written().map(more ? 1 + PAUSE_FACTOR * took : EXAMINE_MILLIS);
                })
                .onFailure(cause -> LOG.warn(
                        "accesses could not be looked at for review: {}",
                        cause.getClass().getSimpleName()))
                .otherwise(EXAMINE_MILLIS)
                .onSuccess(this::next);
    }

    /** Writes to those who review where it is time to. */
    private Future<Void> written() {
        long now = System.nanoTime();
        if (now - wroteAt < WRITE_NANOS) {
            return Future.succeededFuture();
        }
        wroteAt = now;
        return mails.round()
                .onSuccess(taken -> {
                    if (!taken) {
                        LOG.warn("the relay does not take what is to be written to those who review");
                    }
                })
                .mapEmpty();
    }
}
