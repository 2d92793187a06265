package fr.briseglace.gateway;

import fr.briseglace.sequence.TransparencyLog;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.watch.DurableFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings each new checkpoint to a second place, so that whoever rewrites the store cannot rewrite what was said of it.
 * Only the leader's node does; what fails is tried again with the checkpoint of that time.
 */
final class CheckpointExport {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointExport.class);
    private static final long PERIOD_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 5_000;

    private final Vertx vertx;
    private final LogSettings settings;
    private final TransparencyLog log;
    private final BooleanSupplier leading;
    private final HttpClient http;
    private final long timer;
    private String written = "";
    private String sent = "";
    private boolean busy;

    private CheckpointExport(Vertx vertx, LogSettings settings, TransparencyLog log, BooleanSupplier leading) {
        this.vertx = vertx;
        this.settings = settings;
        this.log = log;
        this.leading = leading;
        this.http = vertx.createHttpClient();
        this.timer = vertx.setPeriodic(PERIOD_MILLIS, tick -> look());
    }

    /**
     * Starts looking for new checkpoints, every second.
     *
     * @param leading whether this node is the one to export
     */
    static CheckpointExport start(Vertx vertx, LogSettings settings, TransparencyLog log, BooleanSupplier leading) {
        return new CheckpointExport(vertx, settings, log, leading);
    }

    Future<Void> close() {
        vertx.cancelTimer(timer);
        return http.close();
    }

    private void look() {
        if (busy || !leading.getAsBoolean() || (settings.export() == null && settings.webhook() == null)) {
            return;
        }
        busy = true;
        log.checkpoint()
                .compose(note -> note.isEmpty() ? Future.succeededFuture() : export(note.get()))
                .onFailure(failure -> LOG.warn(
                        "the checkpoint could not be exported: {}",
                        failure.getClass().getSimpleName()))
                .onComplete(done -> busy = false);
    }

    private Future<?> export(String note) {
        Path file = settings.export();
        URI webhook = settings.webhook();
        Future<?> kept = file == null || note.equals(written)
                ? Future.succeededFuture()
                : vertx.executeBlocking(() -> keep(file, note)).onSuccess(done -> written = note);
        Future<?> told = webhook == null || note.equals(sent)
                ? Future.succeededFuture()
                : send(webhook, note).onSuccess(done -> sent = note);
        return Future.join(kept, told);
    }

    /**
     * What was exported is not replaced by less: a store that was set back to an older state would otherwise set back the
     * witness of it as well.
     */
    static Path keep(Path file, String note) throws IOException {
        if (Files.exists(file) && size(Files.readString(file)) > size(note)) {
            LOG.error("the log has fewer leaves than the exported checkpoint, which is kept: was the store set back?");
            return file;
        }
        return DurableFile.write(file, note);
    }

    /** How many leaves a checkpoint is of; none for what is no checkpoint, which an export may replace. */
    private static long size(String note) {
        try {
            String text =
                    SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).text();
            return Checkpoint.parse(text).size();
        } catch (LogFault none) {
            return -1;
        }
    }

    private Future<Void> send(URI webhook, String note) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(webhook.toString())
                .setTimeout(PATIENCE_MILLIS)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8");
        return http.request(request).compose(r -> r.send(Buffer.buffer(note))).compose(CheckpointExport::accepted);
    }

    private static Future<Void> accepted(HttpClientResponse response) {
        boolean accepted = response.statusCode() / 100 == 2;
        return response.end()
                .compose(end -> accepted
                        ? Future.succeededFuture()
                        : Future.failedFuture(new IOException("the webhook did not take the checkpoint")));
    }
}
