package fr.briseglace.summary;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SheetFrameTest {
    private static final byte[] SHEET = "<p>SYNTHÈSE</p>".getBytes(StandardCharsets.UTF_8);

    private static String page(SheetAccess access) {
        return new String(SheetFrame.around(SHEET, access), StandardCharsets.UTF_8);
    }

    @Test
    void saysWhoInWhichModeForWhichCaseFromWhenUntilWhen() {
        assertThat(page(SheetRecords.access("cas-7", "Dr Opale")))
                .startsWith("<!DOCTYPE html>\n<html lang=\"fr\">")
                .containsSubsequence(
                        "<p>SYNTHÈSE</p>",
                        "Dr Opale",
                        "SAMU 44",
                        "régulation médicale (centre 15)",
                        "cas-7",
                        "01/06/2026 à 10:00",
                        "01/06/2026 à 14:00",
                        "heure de Paris");
    }

    @Test
    void breakingTheGlassHasNoCase() {
        assertThat(page(SheetRecords.access(null, "Dr Opale")))
                .contains("bris de glace")
                .doesNotContain("affaire");
    }

    @Test
    void saysWhyByTheNameOfTheCodeAndTheWordsThatWereStated() {
        assertThat(page(SheetRecords.access(null, "Dr Opale", new Reason("shock", "tension <7> & froid"))))
                .contains("Motif déclaré : <b>état de choc</b> · « tension &lt;7&gt; &amp; froid »");
        assertThat(page(SheetRecords.access("cas-7", "Dr Opale", new Reason("M01.02", null))))
                .contains("Motif déclaré : <b>M01.02</b></p>");
        assertThat(page(SheetRecords.access("cas-7", "Dr Opale"))).doesNotContain("Motif");
    }

    @Test
    void aDegradedAnswerSaysHowOldItIs() {
        SheetAccess plain = SheetRecords.access("cas-7", "Dr Opale");
        SheetAccess degraded = new SheetAccess(
                new UUID(1, 2),
                plain.mode(),
                null,
                null,
                "Dr Opale",
                "SAMU 44",
                plain.openedAt(),
                plain.expiresAt(),
                Instant.parse("2026-05-31T08:00:00Z"),
                true);
        assertThat(page(degraded)).contains("Mode dégradé", "31/05/2026 à 10:00");
        assertThat(page(plain)).doesNotContain("Mode dégradé");
    }

    @Test
    void thePolicyAllowsItsOwnStyleAndNothingElse() throws NoSuchAlgorithmException {
        String page = page(SheetRecords.access("cas-7", "Dr Opale"));
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(SheetFrame.CONTENT_SECURITY_POLICY)
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "'")
                .doesNotContain("unsafe");
        assertThat(page).doesNotContain("<script", "style=", "src=", "url(", "@import", "http");
    }

    @Test
    void theTitleNamesNobody() {
        assertThat(page(SheetRecords.access("cas-7", "Dr Opale"))).contains("<title>Synthèse d’urgence</title>");
    }
}
