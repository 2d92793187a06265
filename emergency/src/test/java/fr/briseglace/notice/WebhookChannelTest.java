package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.briseglace.post.TestService;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest extends RelayedChannelContract {
    private static final String PRESENT = secret("the present secret of 32 bytes!!");
    private static final String NEXT = secret("the secret that is to follow it!");
    private static final String PSEUDONYMS = secret("what turns people into nobodies!");
    private static final Instant NOW = Instant.parse("2026-07-01T22:07:00Z");
    private final AtomicInteger people = new AtomicInteger();
    private @Nullable TestService portal;

    private TestService portal() throws Exception {
        if (portal == null) {
            portal = new TestService(vertx, request -> TestService.status("202 Accepted"));
        }
        return portal;
    }

    @Override
    NoticeChannel working() throws Exception {
        return to(portal().address(), null, LONG);
    }

    @Override
    NoticeChannel cutOff() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            return to("http://127.0.0.1:" + closed.getLocalPort(), null, LONG);
        }
    }

    @Override
    NoticeChannel facing(Manners manners, Duration patience) throws Exception {
        TestService service = new TestService(vertx, request -> HttpManners.answer(manners, "410 Gone"));
        return to(service.address(), null, patience);
    }

    @Override
    NoticeChannel notKnowing(String address) throws Exception {
        Function<TestService.Request, String> manners = request ->
                request.body().contains(pseudonym(address)) ? TestService.status("404 Not Found") : TestService.OK;
        return to(new TestService(vertx, manners).address(), null, LONG);
    }

    @Override
    void down() throws Exception {
        portal().down();
    }

    @Override
    void up() throws Exception {
        portal().up();
    }

    @Override
    String address() {
        return "2790351215%05d".formatted(people.incrementAndGet());
    }

    @Override
    Arrived whole() {
        return new Arrived(WORDS.subject(), "");
    }

    @Override
    List<Arrived> arrived(String address) throws Exception {
        return sent(address).stream()
                .map(request -> new JsonObject(request.body()).getJsonObject("data"))
                .map(data -> new Arrived(data.getString("title"), ""))
                .toList();
    }

    @Override
    List<String> ids(String address) throws Exception {
        return sent(address).stream()
                .map(request -> request.header("webhook-id"))
                .toList();
    }

    private List<TestService.Request> sent(String address) throws Exception {
        return portal().requests().stream()
                .filter(request -> request.body().contains(pseudonym(address)))
                .toList();
    }

    @Test
    void receiverWhoKnowsTheSecretCanTellThatItIsOurs() throws Exception {
        TestService.Request request = signed(null);
        assertThat(verifies(request, PRESENT)).isTrue();
        assertThat(verifies(request, NEXT)).isFalse();
        assertThat(request.header("webhook-timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
    }

    @Test
    void bodyIdAndTimestampAreAllSigned() throws Exception {
        TestService.Request request = signed(null);
        String signature = request.header("webhook-signature");
        assertThat(signature)
                .isNotEqualTo("v1," + mac(PRESENT, "x", request.header("webhook-timestamp"), request.body()))
                .isNotEqualTo("v1," + mac(PRESENT, request.header("webhook-id"), "0", request.body()))
                .isNotEqualTo(
                        "v1," + mac(PRESENT, request.header("webhook-id"), request.header("webhook-timestamp"), "{}"));
    }

    @Test
    void whileASecretIsChangedBothVerify() throws Exception {
        TestService.Request request = signed(NEXT);
        assertThat(verifies(request, PRESENT)).isTrue();
        assertThat(verifies(request, NEXT)).isTrue();
    }

    @Test
    void eventNamesNobodyToWhoLacksTheSecretOfPseudonyms() throws Exception {
        String address = address();
        send(working(), address);
        TestService.Request request = portal().requests().getLast();
        assertThat(request.toString()).doesNotContain(address);
        JsonObject event = new JsonObject(request.body());
        assertThat(event.fieldNames()).containsExactlyInAnyOrder("type", "timestamp", "data");
        assertThat(event.getString("type")).isEqualTo("notice.waiting");
        assertThat(event.getJsonObject("data").fieldNames()).containsExactlyInAnyOrder("patient", "title");
        assertThat(event.getJsonObject("data").getString("patient")).isEqualTo(pseudonym(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sesame", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void whatIsNoSecretIsRefusedWithoutBeingRepeated(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookKeys(secret, null, PSEUDONYMS))
                .withMessage("a webhook secret is whsec_ and 24 to 64 bytes in Base64");
    }

    private TestService.Request signed(@Nullable String next) throws Exception {
        String address = address();
        NoticeChannel channel = to(portal().address(), next, LONG);
        assertThat(send(channel, address)).isEqualTo(new Receipt.Accepted());
        channel.close().await(10, TimeUnit.SECONDS);
        return sent(address).getFirst();
    }

    /** What the documentation tells receivers to do. */
    private static boolean verifies(TestService.Request request, String secret) {
        String expected =
                "v1," + mac(secret, request.header("webhook-id"), request.header("webhook-timestamp"), request.body());
        return List.of(request.header("webhook-signature").split(" ", -1)).stream()
                .anyMatch(one -> MessageDigest.isEqual(
                        one.getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String mac(String secret, String id, String timestamp, String body) {
        return Base64.getEncoder().encodeToString(hmac(secret, id + "." + timestamp + "." + body));
    }

    private static String pseudonym(String ins) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(PSEUDONYMS, ins));
    }

    private static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String secret(String bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    private NoticeChannel to(String portal, @Nullable String next, Duration patience) {
        return WebhookChannel.create(
                vertx,
                URI.create(portal + "/events"),
                new WebhookKeys(PRESENT, next, PSEUDONYMS),
                InstantSource.fixed(NOW),
                patience);
    }
}
