package fr.briseglace.watch;

import fr.briseglace.sequence.Cosignatures;
import fr.briseglace.sequence.TransparencyLog;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.Submission;
import fr.briseglace.watch.WitnessClient.Answer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings each new checkpoint to the witnesses and keeps what they cosign of it. Only the leader's node does; a witness that
 * is slow or away holds up no other.
 */
public final class Cosigning {
    private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);
    private static final long PERIOD_MILLIS = 1_000;

    private final Vertx vertx;
    private final TransparencyLog log;
    private final Cosignatures cosignatures;
    private final BooleanSupplier leading;
    private final List<Link> links;
    private final long timer;

    private Cosigning(
            Vertx vertx,
            List<WitnessClient> witnesses,
            TransparencyLog log,
            Cosignatures cosignatures,
            BooleanSupplier leading) {
        this.vertx = vertx;
        this.log = log;
        this.cosignatures = cosignatures;
        this.leading = leading;
        this.links = witnesses.stream().map(Link::new).toList();
        this.timer = vertx.setPeriodic(PERIOD_MILLIS, tick -> look());
    }

    /**
     * Starts looking for new checkpoints, every second.
     *
     * @param witnesses closed with it
     * @param leading whether this node is the one to ask
     */
    public static Cosigning start(
            Vertx vertx,
            List<WitnessClient> witnesses,
            TransparencyLog log,
            Cosignatures cosignatures,
            BooleanSupplier leading) {
        return new Cosigning(vertx, witnesses, log, cosignatures, leading);
    }

    /** Asks nobody any more. */
    public Future<Void> close() {
        vertx.cancelTimer(timer);
        links.forEach(link -> link.client.close());
        return Future.succeededFuture();
    }

    private void look() {
        if (!links.isEmpty() && leading.getAsBoolean()) {
            log.checkpoint()
                    .onSuccess(note -> note.ifPresent(text -> links.forEach(link -> link.bring(text))))
                    .onFailure(unread -> LOG.debug("the checkpoint cannot be read for the moment"));
        }
    }

    /** One witness, and what is known of it. */
    private final class Link {
        private final WitnessClient client;
        private String cosigned = "";
        private String complaint = "";
        private long last;
        private boolean busy;

        Link(WitnessClient client) {
            this.client = client;
        }

        void bring(String text) {
            SignedNote note = SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
            if (busy || note.text().equals(cosigned)) {
                return;
            }
            busy = true;
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            submit(note, checkpoint, last)
                    .compose(answer -> answer instanceof Answer.Elsewhere other
                            ? submit(note, checkpoint, other.size())
                            : Future.succeededFuture(answer))
                    .compose(answer -> taken(note, checkpoint, answer))
                    .onFailure(this::failed)
                    .onComplete(done -> busy = false);
        }

        private Future<Answer> submit(SignedNote note, Checkpoint checkpoint, long from) {
            if (from > checkpoint.size()) {
                return Future.failedFuture(new LogFault("the witness has cosigned more leaves than there are"));
            }
            return log.growth(from, checkpoint.size())
                    .compose(growth -> Future.fromCompletionStage(
                            client.submit(new Submission(from, growth.hashes(), note)), vertx.getOrCreateContext()));
        }

        private Future<Void> taken(SignedNote note, Checkpoint checkpoint, Answer answer) {
            return switch (answer) {
                case Answer.Cosigned given ->
                    cosignatures
                            .keep(client.key(), checkpoint.size(), given.cosignature())
                            .onSuccess(kept -> {
                                cosigned = note.text();
                                last = checkpoint.size();
                                complaint = "";
                            });
                case Answer.Elsewhere again ->
                    Future.failedFuture(new LogFault("the witness does not know what it cosigned last"));
            };
        }

        private void failed(Throwable cause) {
            String what = cause instanceof LogFault
                    ? String.valueOf(cause.getMessage())
                    : cause.getClass().getSimpleName();
            if (!what.equals(complaint)) {
                LOG.warn("{} does not cosign for the moment: {}", client.key().name(), what);
                complaint = what;
            }
        }
    }
}
