package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.briseglace.post.TestService;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsChannelTest extends RelayedChannelContract {
    private static final String JSON = "application/json";
    private static final String BODY = "{\"to\":\"{to}\",\"message\":\"{text}\",\"ref\":\"{id}\"}";
    private static final Words NASTY =
            new Words("L’avis \"n° 1\" \\ & <b>\u00e9t\u00e9</b> {to}\r\n\u202e", "", "", Language.FR);
    private final AtomicInteger numbers = new AtomicInteger();
    private @Nullable TestService provider;

    private TestService provider() throws Exception {
        if (provider == null) {
            provider = new TestService(vertx, request -> TestService.OK);
        }
        return provider;
    }

    @Override
    NoticeChannel working() throws Exception {
        return to(provider().address(), LONG);
    }

    @Override
    NoticeChannel cutOff() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            return to("http://127.0.0.1:" + closed.getLocalPort(), LONG);
        }
    }

    @Override
    NoticeChannel facing(Manners manners, Duration patience) throws Exception {
        return to(
                new TestService(vertx, request -> HttpManners.answer(manners, "422 no such number")).address(),
                patience);
    }

    @Override
    NoticeChannel notKnowing(String address) throws Exception {
        Function<TestService.Request, String> manners =
                request -> request.body().contains(address) ? TestService.status("400 bad number") : TestService.OK;
        return to(new TestService(vertx, manners).address(), LONG);
    }

    @Override
    void down() throws Exception {
        provider().down();
    }

    @Override
    void up() throws Exception {
        provider().up();
    }

    @Override
    String address() {
        return "+3360000%04d".formatted(numbers.incrementAndGet());
    }

    @Override
    Arrived whole() {
        return new Arrived(WORDS.subject(), "");
    }

    @Override
    List<Arrived> arrived(String address) throws Exception {
        return sent(address).stream()
                .map(body -> new Arrived(body.getString("message"), ""))
                .toList();
    }

    @Override
    List<String> ids(String address) throws Exception {
        return sent(address).stream().map(body -> body.getString("ref")).toList();
    }

    private List<JsonObject> sent(String address) throws Exception {
        return provider().requests().stream()
                .map(request -> new JsonObject(request.body()))
                .filter(body -> body.getString("to").equals(address))
                .toList();
    }

    @Test
    void secretTravelsInTheHeaderThatTheProviderAsksFor() throws Exception {
        String address = address();
        send(working(), address);
        assertThat(provider().requests().getLast().header("authorization")).isEqualTo("Bearer sesame");
        assertThat(provider().requests().getLast().header("content-type")).isEqualTo(JSON);
    }

    @Test
    void wordsCannotBreakOutOfTheBody() {
        SmsProvider json = new SmsProvider("https://sms.example/send", JSON, BODY, null, Set.of());
        JsonObject read =
                json.content("+33600000001", NASTY.subject(), UUID.randomUUID()).toJsonObject();
        assertThat(read.getString("to")).isEqualTo("+33600000001");
        assertThat(read.getString("message")).isEqualTo(NASTY.subject());
    }

    @Test
    void formsAndAddressesArePercentEncoded() {
        SmsProvider form = new SmsProvider(
                "https://sms.example/{to}", "application/x-www-form-urlencoded", "m={text}&r={id}", null, Set.of());
        UUID id = UUID.randomUUID();
        assertThat(form.address("+33600000001", "x", id)).hasToString("https://sms.example/%2B33600000001");
        assertThat(form.content("+33600000001", "a&b=é {to}", id)).hasToString("m=a%26b%3D%C3%A9+%7Bto%7D&r=" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0600000001", "+0600000001", "+33 6", "+336000000010000000", "+33600000001\r\nx: y", ""})
    void onlyNumbersInInternationalFormAreAskedFor(String number) throws Exception {
        int before = provider().requests().size();
        assertThat(send(working(), number)).isEqualTo(new Receipt.Declined(Failure.ADDRESS_REJECTED));
        assertThat(provider().requests()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({
        "https://sms.example/, application/json, '{\"to\":\"{to}\"}'",
        "https://sms.example/, application/json, '{\"text\":\"{text}\"}'",
        "https://sms.example/, text/xml, '{to}{text}'",
        "nowhere, application/json, '{to}{text}'",
        "http://sms.example/, application/json, '{to}{text}'",
        "file://sms.example/, application/json, '{to}{text}'"
    })
    void providerThatCannotWorkIsRefusedAtBirth(String url, String contentType, String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SmsProvider(url, contentType, body, null, Set.of()));
    }

    private NoticeChannel to(String url, Duration patience) {
        SmsProvider provider = new SmsProvider(url + "/messages", JSON, BODY, "Bearer sesame", Set.of(400, 422));
        return SmsChannel.create(vertx, provider, patience);
    }
}
