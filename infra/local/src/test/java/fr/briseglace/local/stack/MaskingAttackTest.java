package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.patient.PatientFile;
import fr.briseglace.store.Marks;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks for any sign of a masked document ({@code MASQUE_PS}), as somebody would who knows that there might be one. */
@OnStack
class MaskingAttackTest {
    private static final Marks MASKED = new Marks(true, false, false);
    private static final int PAGE = 20;

    private final Stack stack;
    private final Caller doctor;
    private final PatientFile file;

    MaskingAttackTest(Stack stack) {
        this.stack = stack;
        this.doctor = stack.as("regulateur");
        this.file = stack.store().register(stack.store().somebody("QUERVIGNON", "LOU"));
    }

    private UUID deposit(PatientFile to, int number, Marks marks) {
        return stack.store().deposit(SmallLetter.of(to, number), marks);
    }

    private String window(PatientFile of) throws IOException {
        return "/v1/emergency-accesses/"
                + doctor.open(Asking.regulation(of.ins())).id();
    }

    /** Headers but for those that say when. */
    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).equals("date"));
        return headers;
    }

    private static JsonObject problem(Answer answer) {
        JsonObject problem = answer.json();
        problem.remove("instance");
        return problem;
    }

    private static void alike(Answer kept, Answer never) {
        assertThat(kept.status()).isEqualTo(never.status());
        assertThat(headers(kept)).isEqualTo(headers(never));
        assertThat(kept.body()).hasSameSizeAs(never.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: */*",
                "Accept: application/pdf",
                "Accept-Language: en",
                "Range: bytes=0-0",
                "Range: bytes=99999999-",
                "If-None-Match: *",
                "If-None-Match: TAG",
                "If-Match: TAG",
                "Accept-Encoding: gzip"
            })
    void maskedDocumentAnswersEveryQuestionLikeOneThatNeverExisted(String header) throws IOException {
        PatientFile patient = stack.store().register(stack.store().somebody("QUERVIL", "LOU"));
        UUID masked = deposit(patient, 1, MASKED);
        String documents = window(patient) + "/documents/";
        String[] named = header.split(": ", -1);
        String value = named[1].replace("TAG", '"' + sha256(SmallLetter.of(patient, 1)) + '"');
        Answer kept = doctor.get(documents + masked, named[0], value);
        Answer never = doctor.get(documents + UUID.randomUUID(), named[0], value);
        Refused.as(kept, 404, "not-found");
        alike(kept, never);
        assertThat(problem(kept)).isEqualTo(problem(never));
        assertThat(headers(kept).keySet()).doesNotContain("etag", "content-range", "content-disposition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "DELETE", "PUT", "OPTIONS"})
    void noOtherMethodTellsThemApart(String method) throws IOException {
        PatientFile patient = stack.store().register(stack.store().somebody("QUERVIR", "LOU"));
        UUID masked = deposit(patient, 1, MASKED);
        String documents = window(patient) + "/documents/";
        alike(doctor.send(method, documents + masked), doctor.send(method, documents + UUID.randomUUID()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> pages(String window) throws IOException {
        List<String> pages = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = doctor.get(window + "/documents" + (next.isEmpty() ? "" : "?cursor=" + next));
            assertThat(page.status()).isEqualTo(200);
            pages.add(page.body());
            next = page.json().getString("next");
        }
        return pages;
    }

    private String summary() throws IOException {
        JsonObject summary = doctor.open(Asking.regulation(file.ins())).summary();
        summary.remove("asOf");
        return summary.encode();
    }

    @Test
    void listPagesCursorsAndSummaryAreTheSameToTheByteWithAndWithoutMaskedDocuments() throws IOException {
        for (int number = 2; number <= 2 * PAGE + 2; number += 2) {
            deposit(file, number, Marks.NONE);
        }
        String window = window(file);
        List<String> pages = pages(window);
        String summary = summary();
        assertThat(pages).hasSize(2);
        UUID masked = deposit(file, 1, MASKED);
        for (int number = 3; number <= 2 * PAGE + 3; number += 2) {
            deposit(file, number, MASKED);
        }
        assertThat(pages(window)).isEqualTo(pages);
        assertThat(summary()).isEqualTo(summary);
        Answer behindMasked = doctor.get(window + "/documents?cursor=" + cursor(masked));
        Answer behindNobody = doctor.get(window + "/documents?cursor=" + cursor(UUID.randomUUID()));
        assertThat(behindMasked.body()).isEqualTo(behindNobody.body());
        alike(behindMasked, behindNobody);
    }

    private static String cursor(UUID id) {
        byte[] bytes = Buffer.buffer()
                .appendLong(id.getMostSignificantBits())
                .appendLong(id.getLeastSignificantBits())
                .getBytes();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
