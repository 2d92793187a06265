package fr.briseglace.gateway;

import fr.briseglace.fhir.AuditEvents;
import fr.briseglace.fhir.Audited;
import fr.briseglace.oversight.AuditOutbox;
import fr.briseglace.oversight.AuditOutbox.Batch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an external audit repository of every record, one AuditEvent each (IHE ITI-20, RESTful ATNA), by the leading
 * node. At least once, always under the record's id, which a conditional create lets the repository know again. A
 * repository that is away, slow or refuses holds up nothing but itself; what it would not have, though it answered, is
 * kept as declined.
 */
final class AuditFeed {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFeed.class);
    private static final int BATCH = 50;
    private static final int CONNECTIONS = 4;
    private static final long LARGEST_ANSWER = 64 << 10;

    /** What a repository may say for reasons that pass, or that are not the record's: tried again. */
    private static final Set<Integer> NOT_THE_RECORD = Set.of(401, 403, 404, 405, 407, 408, 421, 425, 429);

    private final Vertx vertx;
    private final AuditSettings settings;
    private final AuditOutbox outbox;
    private final BooleanSupplier leading;
    private final HttpClient http;
    /** Of the present batch, what needs not be told again. */
    private final Set<UUID> settled = new HashSet<>();

    private long timer;
    private int failures;
    private boolean closed;

    private AuditFeed(Vertx vertx, AuditSettings settings, AuditOutbox outbox, BooleanSupplier leading) {
        this.vertx = vertx;
        this.settings = settings;
        this.outbox = outbox;
        this.leading = leading;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(settings.patience().toMillis()))
                .setIdleTimeout(Math.toIntExact(2 * settings.patience().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeyCertOptions(settings.identity())
                .setTrustOptions(settings.authorities());
        this.http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** Begins; does nothing on a node that does not lead. */
    static AuditFeed start(Vertx vertx, AuditSettings settings, AuditOutbox outbox, BooleanSupplier leading) {
        AuditFeed feed = new AuditFeed(vertx, settings, outbox, leading);
        feed.after(settings.look());
        return feed;
    }

    Future<Void> close() {
        closed = true;
        vertx.cancelTimer(timer);
        return http.close();
    }

    private void after(Duration pause) {
        if (!closed) {
            timer = vertx.setTimer(Math.max(1, pause.toMillis()), tick -> step());
        }
    }

    private void step() {
        if (!leading.getAsBoolean()) {
            settled.clear();
            after(settings.look());
            return;
        }
        outbox.next(BATCH)
                .compose(batch -> tell(batch).map(batch))
                .onSuccess(batch -> {
                    failures = 0;
                    after(batch.empty() ? settings.look() : Duration.ZERO);
                })
                .onFailure(this::failed);
    }

    private Future<Void> tell(Batch batch) {
        if (batch.empty()) {
            return Future.succeededFuture();
        }
        List<Future<Void>> told = batch.events().stream()
                .filter(event -> !settled.contains(event.id()))
                .map(event -> tell(event).onSuccess(done -> settled.add(event.id())))
                .toList();
        return Future.join(told).compose(all -> outbox.told(batch)).onSuccess(done -> settled.clear());
    }

    private void failed(Throwable cause) {
        failures++;
        if (failures == 1) {
            LOG.warn("the audit repository cannot be told: {}", cause.getClass().getSimpleName());
        }
        after(settings.backoff().delay(failures, ThreadLocalRandom.current().nextDouble()));
    }

    /** Fails where it is to be tried again. */
    private Future<Void> tell(Audited event) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(settings.repository().toString())
                .setTimeout(settings.patience().toMillis())
                .putHeader(HttpHeaders.CONTENT_TYPE, Accepted.FHIR.mediaType())
                .putHeader(HttpHeaders.ACCEPT, Accepted.FHIR.mediaType())
                .putHeader("If-None-Exist", "_id=" + event.id());
        return http.request(request)
                .compose(sending -> answered(sending, Buffer.buffer(AuditEvents.event(event))))
                .compose(status -> settle(event, status));
    }

    /** The status of an answer that came, whole, in time; a connection that keeps us waiting is given up. */
    private Future<Integer> answered(HttpClientRequest sending, Buffer event) {
        return sending.send(event)
                .compose(response -> heard(response).map(response.statusCode()))
                .timeout(settings.patience().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(cause -> sending.reset());
    }

    /** What it says is of no use; it must end, and not be too long. */
    private static Future<Void> heard(HttpClientResponse response) {
        long[] length = {0};
        response.handler(part -> {
            length[0] += part.length();
            if (length[0] > LARGEST_ANSWER) {
                response.request().reset();
            }
        });
        return response.end();
    }

    private Future<Void> settle(Audited event, int status) {
        if (status / 100 == 2 || status == 409) {
            return Future.succeededFuture();
        }
        if (status / 100 == 4 && !NOT_THE_RECORD.contains(status)) {
            LOG.warn("the audit repository would not have a record: {}", status);
            return outbox.declined(event.id(), status);
        }
        return Future.failedFuture(new NotTaken());
    }

    /** It was not taken, this time. */
    private static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
