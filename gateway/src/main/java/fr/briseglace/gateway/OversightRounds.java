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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the leading node look at what has come in since the last time, and write to those who review. */
final class OversightRounds {
    private static final Logger LOG = LoggerFactory.getLogger(OversightRounds.class);
    private static final long EXAMINE_MILLIS = TimeUnit.SECONDS.toMillis(2);
    private static final int ROUNDS_A_MAIL = 30;

    private final BooleanSupplier leading;
    private final PgOversight oversight;
    private final ReviewMails mails;
    private Supplier<Future<Void>> closing = Future::succeededFuture;
    private boolean busy;
    private int rounds;

    private OversightRounds(BooleanSupplier leading, PgOversight oversight, ReviewMails mails) {
        this.leading = leading;
        this.oversight = oversight;
        this.mails = mails;
    }

    /** Begins on connections of its own to the relay. Looks every few seconds, writes once a minute at most. */
    static OversightRounds start(
            Vertx vertx, Config config, Database database, KeyRing secrets, BooleanSupplier leading) {
        MailSettings mail = config.mail();
        NoticeChannel channel = Notices.relayed(vertx, mail.ordinary(), InstantSource.system());
        OversightRounds rounds = new OversightRounds(
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
                        config.oversight().escalation()));
        long timer = vertx.setPeriodic(EXAMINE_MILLIS, tick -> rounds.round());
        rounds.closing = () -> {
            vertx.cancelTimer(timer);
            return channel.close();
        };
        return rounds;
    }

    /** Ends the rounds. */
    Future<Void> close() {
        return closing.get();
    }

    private void round() {
        if (busy || !leading.getAsBoolean()) {
            return;
        }
        busy = true;
        boolean write = rounds++ % ROUNDS_A_MAIL == 0;
        all().compose(done -> write ? mails.round() : Future.succeededFuture(true))
                .onSuccess(taken -> {
                    if (!taken) {
                        LOG.warn("the relay does not take what is to be written to those who review");
                    }
                })
                .onFailure(cause -> LOG.warn(
                        "accesses could not be looked at for review: {}",
                        cause.getClass().getSimpleName()))
                .onComplete(done -> busy = false);
    }

    private Future<Boolean> all() {
        return oversight.examine().compose(more -> more ? all() : Future.succeededFuture(false));
    }
}
