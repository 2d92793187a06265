package fr.briseglace.notice;

import fr.briseglace.post.Answer;
import fr.briseglace.post.HttpService;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * Signed events for the portal (Standard Webhooks 1.0): that a notice awaits somebody, whom the event names by a pseudonym.
 * The id is the notice's at every attempt; timestamp and signature are those of the attempt.
 */
public final class WebhookChannel implements NoticeChannel {
    private static final Set<Integer> NOBODY_OF_OURS = Set.of(404, 410);
    private static final int CONNECTIONS = 4;
    private final HttpService service;
    private final URI portal;
    private final WebhookKeys keys;
    private final InstantSource clock;
    private final Rejections rejections = new Rejections("portal");

    private WebhookChannel(HttpService service, URI portal, WebhookKeys keys, InstantSource clock) {
        this.service = service;
        this.portal = portal;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A channel with connections of its own.
     *
     * @param portal where events are posted
     * @param patience longest wait for the portal's answer
     */
    public static WebhookChannel create(
            Vertx vertx, URI portal, WebhookKeys keys, InstantSource clock, Duration patience) {
        return new WebhookChannel(HttpService.of(vertx, CONNECTIONS, patience), portal, keys, clock);
    }

    @Override
    public Future<Receipt> send(Message message) {
        if (!MailAddress.matricule(message.address())) {
            return Future.succeededFuture(new Receipt.Declined(Failure.ADDRESS_REJECTED));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String body = new JsonObject()
                .put("type", "notice.waiting")
                .put("timestamp", now.toString())
                .put(
                        "data",
                        new JsonObject()
                                .put("patient", keys.pseudonym(message.address()))
                                .put("title", message.words().subject()))
                .encode();
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "webhook-id",
                message.noticeId().toString(),
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                keys.signature(message.noticeId(), now.getEpochSecond(), body));
        return service.post(portal, headers, Buffer.buffer(body)).map(this::receipt);
    }

    @Override
    public Future<Void> close() {
        return service.close();
    }

    private Receipt receipt(Answer answer) {
        return rejections.judged(HttpReceipt.of(answer, NOBODY_OF_OURS));
    }
}
