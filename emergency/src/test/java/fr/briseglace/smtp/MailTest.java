package fr.briseglace.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read back by another implementation of the same RFCs. */
class MailTest {
    private static final Instant DATE = Instant.parse("2026-03-01T08:05:09Z");

    @Property(tries = 300)
    void whateverIsSaidArrivesAndNoHeaderIsAdded(
            @ForAll @StringLength(max = 120) String subject, @ForAll @StringLength(max = 300) String text)
            throws Exception {
        String clean = new String(subject.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        MimeMessage message = read(mail(clean, text));
        assertThat(subject(message)).isEqualTo(clean);
        assertThat(java.util.Collections.list(message.getAllHeaders())).hasSize(8);
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        String written = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=utf-8; format=flowed");
        assertThat(parts.getBodyPart(0).getContent())
                .isEqualTo(Flowed.of(written).replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "\r\n",
                " accès",
                " before",
                "after ",
                "=?UTF-8?B?eA==?=",
                "a\r\nBcc: b@example.org"
            })
    void blanksAndWhatLooksLikeAHeaderArriveAsTheyWere(String subject) throws Exception {
        MimeMessage message = read(mail(subject, "x"));
        assertThat(subject(message)).isEqualTo(subject);
        assertThat(message.getHeader("Bcc")).isNull();
    }

    @Test
    void headersAreThoseOfAMachine() throws Exception {
        MimeMessage message = read(mail("Accès en urgence à votre dossier médical", "x"));
        assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(message.getHeader("Message-ID", null))
                .isEqualTo("<01a20085-e69a-7f16-a8d3-53f996aa8e4e@example.org>");
        assertThat(message.getHeader("Date", null)).isEqualTo("Sun, 1 Mar 2026 08:05:09 +0000");
        assertThat(message.getSubject()).isEqualTo("Accès en urgence à votre dossier médical");
    }

    @Test
    void noLineIsLongerThanRelaysMustTake() {
        String long900 = "é".repeat(900);
        assertThat(mail(long900, long900 + "\n" + long900).bytes().toString().lines())
                .allMatch(line -> line.length() <= 78);
    }

    private static String subject(MimeMessage message) throws Exception {
        return MimeUtility.decodeText(MimeUtility.unfold(message.getHeader("Subject", null)));
    }

    private static Mail mail(String subject, String text) {
        return new Mail(
                "us@example.org",
                "you@example.org",
                subject,
                "01a20085-e69a-7f16-a8d3-53f996aa8e4e",
                "example.org",
                DATE,
                text,
                "<p>x</p>");
    }

    private static MimeMessage read(Mail mail) throws Exception {
        return new MimeMessage(null, new ByteArrayInputStream(mail.bytes().getBytes()));
    }
}
