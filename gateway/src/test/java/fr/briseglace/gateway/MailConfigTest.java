package fr.briseglace.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of mail, text messages and the portal. */
class MailConfigTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void files() throws IOException {
        ConfigTest.files(folder);
    }

    private Config read(String properties) throws IOException {
        return Config.read(Files.writeString(folder.resolve("gateway.properties"), properties));
    }

    private void refused(String properties, String sentence) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(properties))
                .withMessage(sentence);
    }

    @Test
    void passwordForTheRelayNeedsTls() {
        refused(
                ConfigTest.COMPLETE + "mail.protection=none\nmail.user=us\nmail.password=SECRET\n",
                "mail.user needs mail.protection");
    }

    @Test
    void ordinaryMailGoesByTheRelayOfSecureMailUnlessItHasItsOwn() throws IOException {
        MailSettings shared = read(ConfigTest.COMPLETE).mail();
        assertThat(shared.ordinary()).isEqualTo(shared.secure());

        MailSettings own = read(ConfigTest.COMPLETE
                        + "email.host=smtp.example\nemail.from=us@example.com\nemail.protection=tls\n")
                .mail();
        assertThat(own.secure()).isEqualTo(shared.secure());
        assertThat(own.ordinary().from()).isEqualTo("us@example.com");
        assertThat(own.ordinary().relay().host()).isEqualTo("smtp.example");
        assertThat(own.ordinary().relay().ourName()).isEqualTo("example.com");
        refused(ConfigTest.COMPLETE + "email.host=smtp.example\n", "email.from is missing");
    }

    @Test
    void textMessagesAndThePortalAreOptional() throws IOException {
        assertThat(read(ConfigTest.COMPLETE).mail().sms()).isNull();
        assertThat(read(ConfigTest.COMPLETE).mail().webhook()).isNull();

        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        MailSettings both = read(ConfigTest.COMPLETE
                        + "sms.url=https://sms.example/\nsms.body={\"to\":\"{to}\",\"text\":\"{text}\"}\n"
                        + "sms.rejections=404\nsms.authorization=Bearer SECRET\n"
                        + "portal.webhook=https://portail.example/e\nportal.secret=" + secret + "\nportal.pseudonyms="
                        + secret + "\n")
                .mail();
        assertThat(requireNonNull(both.sms()).rejections()).containsExactly(404);
        assertThat(requireNonNull(both.webhook()).webhook()).isEqualTo(URI.create("https://portail.example/e"));
        assertThat(both.toString()).doesNotContain("SECRET").doesNotContain(secret);
    }

    @Test
    void providerAndPortalThatCannotWorkAreRefusedWithoutTheirSecrets() {
        refused(ConfigTest.COMPLETE + "sms.url=https://sms.example/\n", "sms.body is missing");
        refused(
                ConfigTest.COMPLETE + "sms.url=https://sms.example/\nsms.body=SECRET\n",
                "sms.url, sms.body, sms.content-type and sms.authorization: a provider has an https address and is"
                        + " told {to} whom and what {text}, in JSON or as a form");
        refused(
                ConfigTest.COMPLETE + "sms.url=https://sms.example/\nsms.body={to}{text}\nsms.rejections=200\n",
                "sms.rejections must be HTTP statuses, as in 400, 422");
        refused(
                ConfigTest.COMPLETE
                        + "portal.webhook=https://portail.example/e\nportal.secret=SECRET\nportal.pseudonyms=SECRET\n",
                "portal.secret, portal.next-secret and portal.pseudonyms: each is whsec_ and 24 to 64 bytes in Base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://portail.example/mes-acces", "https://portail.example/mes-acces/"})
    void pagesOfThePortalStandBelowItsAddress(String portal) throws IOException {
        Config config = read(ConfigTest.COMPLETE.replaceAll("(?m)^mail.portal=.*$", "mail.portal=" + portal));

        assertThat(Notices.remedies(config.mail()).journal())
                .isEqualTo(URI.create("https://portail.example/mes-acces/journal"));
        assertThat(Notices.remedies(config.mail()).opposition())
                .isEqualTo(URI.create("https://portail.example/mes-acces/droits"));
    }
}
