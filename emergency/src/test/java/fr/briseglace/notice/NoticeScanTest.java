package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.notice.Recipient.Kind;
import fr.briseglace.post.TestService;
import fr.briseglace.smtp.Flowed;
import fr.briseglace.store.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.mail.Header;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that leaves, in both languages, both modes, granted and refused, to everybody by every channel, as it arrived
 * at real servers: headers, names of parts, metadata and all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeScanTest {
    private static final String INS = People.INS.value();
    private static final String HOLDER = INS + "@patient.mssante.fr";
    private static final String PARENT = People.PARENT_INS.value() + "@patient.mssante.fr";
    private static final String GP = "claude.generaliste@medecin.mssante.fr";
    private static final String ORDINARY = "dominique@courriel.example";
    private static final String OFFICER = "dpo@brise-glace.example";
    private static final String LETTER = "DOMINIQUE PAT-TROIS\n3 RUE DU PORT\n97400 SAINT-DENIS";
    private static final String TITLE = "Compte rendu d’hospitalisation en addictologie";
    private static final String HOSTILE = "Anne\r\nBcc: x@y.example\r\n\r\n<script>alert(1)</script>"
            + "\u202eNEILA\u2028=?UTF-8?Q?=0D=0ABcc:?= \"'><a href=\"http://evil.example\">" + "X".repeat(500);
    private static final String NAME_OF_A_PROFESSIONAL = "Anne Bcc: x@y.example";
    private static final Set<String> HEADERS =
            Set.of("Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type");
    private static final Set<String> OF_THE_SERVER = Set.of("Return-Path", "Received");
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path folder = Path.of("");

    /** What arrived of one notice: whole, with what was encoded also in clear; and the page alone, empty where none is. */
    private record Arrived(String where, String all, String page) {}

    @AfterAll
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({"fr, centre_15, bris_de_glace", "en, bris_de_glace, centre_15"})
    void nothingThatLeavesSaysWhatItMustNot(String language, String opened, String refused) throws Exception {
        List<Arrived> everything = everything(language, opened, refused);
        assertThat(everything).hasSize(22);
        for (Arrived one : everything) {
            assertThat(one.all())
                    .as(one.where())
                    .doesNotContain(Trail.REASON, "intoxication", "benzodiaz", "samu440", TITLE, "addictologie")
                    .doesNotContain("800000000001", "1440000001", "\u202e", "\u2028")
                    .doesNotContainPattern("(?m)^Bcc:");
            assertThat(one.page()).as(one.where()).doesNotContain("<script", "<a href=\"http://evil");
            boolean named = one.where().startsWith("letter")
                    || Set.of(HOLDER, PARENT, GP).contains(one.where());
            assertThat(one.all().contains(NAME_OF_A_PROFESSIONAL))
                    .as(one.where())
                    .isEqualTo(named);
            // A secure mailbox is named by its owner's number; nothing else that leaves holds one.
            String withoutAddress = one.all().replace(HOLDER, "").replace(PARENT, "");
            assertThat(withoutAddress).as(one.where()).doesNotContain(INS, People.PARENT_INS.value());
            if (!Set.of(HOLDER, PARENT).contains(one.where())) {
                assertThat(one.all()).as(one.where()).doesNotContain(INS, People.PARENT_INS.value());
            }
        }
    }

    private List<Arrived> everything(String language, String opened, String refused) throws Exception {
        Trail trail = new Trail(TestPostgres.pool(vertx));
        trail.run("update patient set language = $1, postal_address = '{3 RUE DU PORT,97400 SAINT-DENIS}'", language);
        Relay relay = new Relay();
        TestService sms = new TestService(vertx, request -> TestService.OK);
        TestService portal = new TestService(vertx, request -> TestService.OK);
        int count = 0;
        for (Recipient one : everybody()) {
            trail.notice(one);
            count++;
            if (one.kind() != Kind.GP) {
                trail.noticeOfRefusal(one);
                count++;
            }
        }
        trail.noticeOfRefusal(new Recipient(Kind.PRIVACY_OFFICER, null, Channel.EMAIL, OFFICER));
        count++;
        trail.rewrite("update access set professional_name = $1, structure_name = $1", HOSTILE);
        trail.rewrite("update access set mode = case kind when 'refused' then $1 else $2 end", refused, opened);
        WatchedOutbox outbox = new WatchedOutbox(trail.outbox, 0);
        Future<Void> sent = outbox.written(Outcome.Sent.class, count);
        Path spool = folder.resolve(language);
        Dispatcher dispatcher = Dispatcher.start(
                vertx,
                outbox,
                new Delivery(WordingTest.WORDING, channels(relay, sms, portal, spool), Backoff.DEFAULT, () -> 0.5),
                Pace.DEFAULT,
                new NoticeMetrics(new SimpleMeterRegistry()),
                () -> false);
        sent.await(30, TimeUnit.SECONDS);
        dispatcher.close().await(20, TimeUnit.SECONDS);
        List<Arrived> arrived = new ArrayList<>();
        for (MimeMessage mail : relay.all()) {
            arrived.add(mail(mail));
        }
        Stream.of(sms, portal)
                .flatMap(service -> service.requests().stream())
                .map(request -> new Arrived("http " + request.target(), request.toString(), ""))
                .forEach(arrived::add);
        try (Stream<Path> letters = Files.list(spool)) {
            for (Path letter : letters.toList()) {
                arrived.add(letter(letter));
            }
        }
        relay.down();
        return arrived;
    }

    private static List<Recipient> everybody() {
        List<Recipient> everybody = new ArrayList<>();
        for (Kind kind : List.of(Kind.PATIENT, Kind.REPRESENTATIVE)) {
            boolean holder = kind == Kind.PATIENT;
            everybody.add(new Recipient(kind, null, Channel.SECURE_MAIL, holder ? HOLDER : PARENT));
            everybody.add(new Recipient(kind, null, Channel.EMAIL, ORDINARY));
            everybody.add(new Recipient(kind, null, Channel.SMS, "+33600000001"));
            everybody.add(new Recipient(kind, null, Channel.LETTER, LETTER));
            everybody.add(new Recipient(kind, null, Channel.PORTAL, holder ? INS : People.PARENT_INS.value()));
        }
        everybody.add(new Recipient(Kind.GP, null, Channel.SECURE_MAIL, GP));
        return everybody;
    }

    private Map<Channel, NoticeChannel> channels(Relay relay, TestService sms, TestService portal, Path spool) {
        Sender sender = new Sender("nous@brise-glace.example", "brise-glace.example");
        NoticeChannel mail = MailChannel.create(vertx, relay.address(), sender, InstantSource.system());
        SmsProvider provider = new SmsProvider(
                sms.address() + "/sms", "application/json", "{\"to\":\"{to}\",\"text\":\"{text}\"}", null, Set.of());
        return Map.of(
                Channel.SECURE_MAIL,
                mail,
                Channel.EMAIL,
                mail,
                Channel.SMS,
                SmsChannel.create(vertx, provider, PATIENCE),
                Channel.LETTER,
                new LetterChannel(vertx, spool, InstantSource.system()),
                Channel.PORTAL,
                WebhookChannel.create(
                        vertx,
                        URI.create(portal.address() + "/portal"),
                        new WebhookKeys(SECRET, null, SECRET),
                        InstantSource.system(),
                        PATIENCE));
    }

    private static Arrived mail(MimeMessage mail) throws Exception {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        mail.writeTo(raw);
        Set<String> names = new TreeSet<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            names.add(header.getName());
        }
        names.removeAll(OF_THE_SERVER);
        assertThat(names).isEqualTo(new TreeSet<>(HEADERS));
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        StringBuilder all = new StringBuilder(raw.toString(StandardCharsets.UTF_8)).append(mail.getSubject());
        fitsEveryScreen(raw.toString(StandardCharsets.UTF_8), parts);
        for (int i = 0; i < parts.getCount(); i++) {
            assertThat(parts.getBodyPart(i).getFileName()).isNull();
            all.append(parts.getBodyPart(i).getContent());
        }
        return new Arrived(Relay.header(mail, "To"), all.toString(), (String)
                parts.getBodyPart(1).getContent());
    }

    /** Lines as on the wire, and lines of the text as read: none over 76 columns but one that is a single word. */
    private static void fitsEveryScreen(String raw, Multipart parts) throws Exception {
        assertThat(raw.lines().filter(line -> !line.startsWith("Received:"))).allMatch(line -> line.length() <= 78);
        assertThat(parts.getBodyPart(0).getContentType()).endsWith("; format=flowed");
        String text = ((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n");
        assertThat(text.lines())
                .allMatch(
                        line -> line.length() <= Flowed.COLUMNS || !line.strip().contains(" "));
        String page = ((String) parts.getBodyPart(1).getContent())
                .replaceAll("(?s)<head>.*</head>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        // Once its lines are joined, the text says what the page says.
        for (String line : Flowed.joined(text).split("\n", -1)) {
            assertThat(page.replaceAll("\\s+", " "))
                    .contains(line.replaceFirst("^- ", "").replaceAll("\\s+", " "));
        }
    }

    private static Arrived letter(Path file) throws IOException {
        try (PDDocument letter = Loader.loadPDF(file.toFile())) {
            String metadata =
                    new String(letter.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            return new Arrived(
                    "letter",
                    file.getFileName()
                            + metadata
                            + letter.getDocumentInformation().getCOSObject()
                            + new PDFTextStripper().getText(letter).replaceAll("\\s+", " "),
                    "");
        }
    }
}
