package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text messages and the portal's events, from an access over HTTP to what arrives at the servers of those who take them.
 * Both fail once first.
 */
@OnStack
class FarNoticesTest {
    private static final String PRESENT = secret('s');
    private static final String PSEUDONYMS = secret('p');
    private static final String WORDS = "Un avis vous attend dans Mon espace santé";
    private static final String MOBILE = "+33639980001";
    private static final String OTHER_MOBILE = "+33639980002";
    private static final long REPLAY_WINDOW_SECONDS = 300;

    private final Stack stack;
    private final PatientFile file;
    private final PatientFile other;

    @TempDir
    Path folder;

    FarNoticesTest(Stack stack) {
        this.stack = stack;
        this.file = patient(MOBILE);
        this.other = patient(OTHER_MOBILE);
    }

    /** Has a secure mailbox and a mobile telephone. */
    private PatientFile patient(String mobile) {
        Ins ins = stack.store().unusedIns();
        PatientIdentity identity = new PatientIdentity(
                "DURAND-LOINTAIN", List.of("Solène"), null, Store.BORN, Sex.F, "44109", IdentityStatus.QUALIFIED);
        Contacts contacts = new Contacts(true, null, mobile, List.of("4 rue du Lointain", "44000 NANTES"));
        return stack.store().register(stack.store().file(ins, identity, contacts));
    }

    @Test
    void textMessageAndEventArriveOnceAfterWhatFailedIsTriedAgain() throws Exception {
        try (Receiver sms = new Receiver(503, MOBILE);
                Receiver portal = new Receiver(500, pseudonym(file));
                Node node = Node.beside(stack, folder, configuration(sms, portal))) {
            Answer opened = node.open("far-1", Asking.regulation(file.ins()));
            assertThat(opened.status()).as(opened.body()).isEqualTo(201);
            assertThat(told(file, opened)).containsExactlyInAnyOrder("portal sent", "secure-mail sent", "sms sent");

            Answer another = node.open("far-2", Asking.regulation(other.ins()));
            assertThat(told(other, another)).contains("portal sent", "sms sent");

            theTextMessages(sms.arrivals(MOBILE, OTHER_MOBILE));
            theEvents(portal.arrivals(pseudonym(file), pseudonym(other)));
            assertThat(node.metrics().body())
                    .containsPattern("notice_delay_seconds_count\\{channel=\"sms\"} \\d+")
                    .containsPattern("notice_delay_seconds_count\\{channel=\"portal\"} \\d+")
                    .containsPattern("notices_total\\{channel=\"sms\",state=\"retried\"} 1");
        }
    }

    /** The first to the first number twice, because the first time failed; then one to the second. */
    private void theTextMessages(List<Receiver.Arrival> arrivals) {
        assertThat(arrivals).hasSize(3);
        for (Receiver.Arrival one : arrivals) {
            assertThat(one.method()).isEqualTo("POST");
            assertThat(one.path()).isEqualTo("/v1/messages");
            assertThat(one.headers()).containsEntry("authorization", "Bearer sesame");
            assertThat(new JsonObject(one.body()).getString("message")).isEqualTo(WORDS);
            saysNothing(one);
        }
        assertThat(arrivals.stream().map(one -> new JsonObject(one.body()).getString("to")))
                .containsExactly(MOBILE, MOBILE, OTHER_MOBILE);
        List<String> ids = arrivals.stream()
                .map(one -> new JsonObject(one.body()).getString("ref"))
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    private void theEvents(List<Receiver.Arrival> arrivals) throws GeneralSecurityException {
        assertThat(arrivals).hasSize(3);
        for (Receiver.Arrival one : arrivals) {
            String id = one.headers().get("webhook-id");
            long timestamp = Long.parseLong(one.headers().get("webhook-timestamp"));
            assertThat(Instant.now().getEpochSecond() - timestamp).isBetween(0L, REPLAY_WINDOW_SECONDS);
            assertThat(one.headers())
                    .containsEntry(
                            "webhook-signature", "v1," + base64(PRESENT, id + "." + timestamp + "." + one.body()));
            JsonObject event = new JsonObject(one.body());
            assertThat(event.getString("type")).isEqualTo("notice.waiting");
            assertThat(event.getJsonObject("data").getString("title")).isEqualTo(WORDS);
            assertThat(event.getJsonObject("data").fieldNames()).containsExactlyInAnyOrder("patient", "title");
            saysNothing(one);
            assertThat(one.toString()).doesNotContain("+3363998");
        }
        assertThat(arrivals.stream()
                        .map(one ->
                                new JsonObject(one.body()).getJsonObject("data").getString("patient")))
                .containsExactly(pseudonym(file), pseudonym(file), pseudonym(other));
        List<String> ids =
                arrivals.stream().map(one -> one.headers().get("webhook-id")).toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    /** Neither of the access nor of the patient. */
    private void saysNothing(Receiver.Arrival one) {
        assertThat(one.toString())
                .doesNotContain(file.ins().value(), other.ins().value(), Asking.REASON)
                .doesNotContainIgnoringCase(
                        "DURAND", "Solène", "REGULATION0001", "SAMU", "urgence", "médecin", "M01.02");
    }

    /** Channel and state of each notice, once none is on its way. */
    private List<String> told(PatientFile patient, Answer opened) throws IOException {
        return Patience.until(
                () ->
                        Answer.objects(Journal.of(stack, patient.ins())
                                        .entry(opened.id())
                                        .getJsonArray("notices"))
                                .stream()
                                .filter(notice -> notice.getString("recipient").equals("patient"))
                                .map(notice -> notice.getString("channel") + " " + notice.getString("state"))
                                .toList(),
                all -> all.stream().allMatch(one -> one.endsWith(" sent")));
    }

    private static String configuration(Receiver sms, Receiver portal) {
        return """
                sms.url=%s/v1/messages
                sms.authorization=Bearer sesame
                sms.body={"to":"{to}","message":"{text}","ref":"{id}"}
                portal.webhook=%s/evenements
                portal.secret=%s
                portal.pseudonyms=%s
                """.formatted(sms.address(), portal.address(), PRESENT, PSEUDONYMS);
    }

    private static String pseudonym(PatientFile patient) throws GeneralSecurityException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac(PSEUDONYMS, patient.ins().value()));
    }

    private static String base64(String secret, String text) throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(hmac(secret, text));
    }

    private static byte[] hmac(String secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret(char of) {
        byte[] bytes = String.valueOf(of).repeat(32).getBytes(StandardCharsets.US_ASCII);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
