package fr.briseglace.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailSinkTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String HOLDER = "279035121518989@patient.mssante.fr";

    private final MailSink sink = MailSink.start(0, () -> NOON);

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void aMessageIsKeptForItsRecipientDecoded() throws MessagingException {
        MimeMessage message = message("Accès à votre dossier médical", HOLDER);
        message.setText("Un médecin a consulté votre dossier.\r\nœuvré à 12 h", "UTF-8");
        Transport.send(message);

        String id = message.getMessageID();
        assertThat(sink.to(HOLDER))
                .containsExactly(new SunkMail(
                        id.substring(1, id.indexOf('@')),
                        "avis@brise-glace.mssante.fr",
                        HOLDER,
                        "Accès à votre dossier médical",
                        "Un médecin a consulté votre dossier.\r\nœuvré à 12 h",
                        NOON));
    }

    @Test
    void theTextOfAMultipartMessageIsItsPlainPart() throws MessagingException {
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>é</p>", "UTF-8", "html");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText("é en clair", "UTF-8");
        MimeMessage message = message("deux formes", HOLDER);
        message.setContent(new MimeMultipart("alternative", html, plain));
        Transport.send(message);

        assertThat(sink.to(HOLDER)).extracting(SunkMail::text).containsExactly("é en clair");
    }

    @Test
    void flowedLinesAreJoinedAsAMailProgramDoes() throws MessagingException {
        MimeMessage message = message("en lignes", HOLDER);
        message.setContent(
                "Un médecin a \r\nconsulté votre dossier.\r\nFin.", "text/plain; charset=utf-8; format=flowed");
        Transport.send(message);

        assertThat(sink.to(HOLDER))
                .extracting(SunkMail::text)
                .containsExactly("Un médecin a consulté votre dossier.\nFin.");
    }

    @Test
    void aMessageWithoutPlainPartHasNoText() throws MessagingException {
        MimeMessage message = message("page", HOLDER);
        message.setText("<p>seule</p>", "UTF-8", "html");
        Transport.send(message);

        assertThat(sink.to(HOLDER)).extracting(SunkMail::text).containsExactly("");
    }

    @Test
    void everyRecipientOfAMessageHasIt() throws MessagingException {
        MimeMessage message = message("à deux", HOLDER, "medecin@medecin.mssante.fr");
        message.setText("texte", "UTF-8");
        Transport.send(message);

        assertThat(sink.to(HOLDER)).hasSize(1);
        assertThat(sink.to("medecin@medecin.mssante.fr"))
                .extracting(SunkMail::to)
                .containsExactly("medecin@medecin.mssante.fr");
    }

    @Test
    void aStoppedSinkAcceptsNoConnection() throws IOException {
        MailSink other = MailSink.start(0, () -> NOON);
        int port = other.port();

        other.close();

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    private MimeMessage message(String subject, String... recipients) throws MessagingException {
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.host", "127.0.0.1");
        smtp.setProperty("mail.smtp.port", Integer.toString(sink.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(smtp));
        message.setFrom(new InternetAddress("avis@brise-glace.mssante.fr"));
        for (String recipient : recipients) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        message.setSubject(subject, "UTF-8");
        return message;
    }
}
