package fr.briseglace.notice;

import fr.briseglace.post.Answer;
import fr.briseglace.post.HttpService;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Text messages by a provider's HTTP interface. A message is the subject alone: one line that says a notice awaits. */
public final class SmsChannel implements NoticeChannel {
    private static final int CONNECTIONS = 4;
    private final HttpService service;
    private final SmsProvider provider;
    private final Rejections rejections = new Rejections("sender of text messages");

    private SmsChannel(HttpService service, SmsProvider provider) {
        this.service = service;
        this.provider = provider;
    }

    /**
     * A channel with connections of its own.
     *
     * @param patience longest wait for the provider's answer
     */
    public static SmsChannel create(Vertx vertx, SmsProvider provider, Duration patience) {
        return new SmsChannel(HttpService.of(vertx, CONNECTIONS, patience), provider);
    }

    @Override
    public Future<Receipt> send(Message message) {
        String to = message.address();
        if (!MobileNumber.usable(to)) {
            return Future.succeededFuture(new Receipt.Declined(Failure.ADDRESS_REJECTED));
        }
        String text = message.words().subject();
        return service.post(
                        provider.address(to, text, message.noticeId()),
                        provider.headers(),
                        provider.content(to, text, message.noticeId()))
                .map(this::receipt);
    }

    @Override
    public Future<Void> close() {
        return service.close();
    }

    private Receipt receipt(Answer answer) {
        return rejections.judged(HttpReceipt.of(answer, provider.rejections()));
    }
}
