package fr.briseglace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.law.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints sheets in a browser, where there is one, and counts the pages. */
class PrintedSheetTest {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6, 10, 60, 300})
    void howeverFullTheRecordThePrintHasOnePage(int perSection) throws IOException, InterruptedException {
        PatientIdentity identity =
                SheetRecords.identity("WAGNER-MAMMOUTH ".repeat(6).strip(), IdentityStatus.PROVISIONAL);
        EmergencySummary summary = SheetRecords.fullest(perSection);
        byte[] sheet = SummarySheet.render(SheetRecords.INS, identity, summary, SheetRecords.TODAY);
        String longest = "MAMMOUTH WAGNERIEN ".repeat(9);
        SheetAccess plain = SheetRecords.access(longest, longest);
        SheetAccess access = new SheetAccess(
                plain.id(),
                plain.mode(),
                longest,
                new Reason("language-barrier-with-risk", longest.repeat(3)),
                longest,
                longest,
                plain.openedAt(),
                plain.expiresAt(),
                Instant.parse("2026-05-31T08:00:00Z"),
                true);
        assertThat(pages(print(SheetFrame.around(sheet, access)))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 16, 20, 24})
    void howeverLongItsWordsThePrintHasOnePage(int facts) throws IOException, InterruptedException {
        ClinicalItem[] items = new ClinicalItem[facts];
        for (int i = 0; i < facts; i++) {
            SectionKind kind = i % 3 == 0 ? SectionKind.RESULTS : SectionKind.PROBLEMS;
            items[i] = SheetRecords.fact(kind, "n° " + i + " " + "hypertension artérielle pulmonaire ".repeat(11));
        }
        EmergencySummary summary = SheetRecords.summary(SheetRecords.document("a", "2026-05-01", "Dr Un", items));
        byte[] sheet = SummarySheet.render(SheetRecords.INS, SheetRecords.IDENTITY, summary, SheetRecords.TODAY);
        assertThat(pages(print(SheetFrame.around(sheet, SheetRecords.access("cas-7", "Dr Opale")))))
                .isEqualTo(1);
    }

    @Test
    void theOfficialPatientFitsOnOnePage() throws IOException, InterruptedException {
        EmergencySummary summary =
                EmergencySummary.of(OfficialRecord.documents(), SheetRecords.TODAY, SheetRecords.NOW);
        byte[] sheet = SummarySheet.render(SheetRecords.INS, SheetRecords.IDENTITY, summary, SheetRecords.TODAY);
        SheetAccess access = SheetRecords.access("cas-7", "Dr Opale");
        assertThat(pages(print(SheetFrame.around(sheet, access)))).isEqualTo(1);
    }

    @Test
    void aDocumentOfTwoPagesIsSeenToHaveTwo() throws IOException, InterruptedException {
        byte[] page = "<p>un</p><p style='break-before: page'>deux</p>".getBytes(StandardCharsets.UTF_8);
        assertThat(pages(print(page))).isEqualTo(2);
    }

    private Path print(byte[] document) throws IOException, InterruptedException {
        Path browser = browser();
        assumeTrue(browser != null, "no chromium on the path: the sheet is not printed");
        Path page = Files.write(folder.resolve("sheet.html"), document);
        Path pdf = folder.resolve("sheet.pdf");
        Process printing = new ProcessBuilder(List.of(
                        String.valueOf(browser),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-sync",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + pdf,
                        page.toUri().toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.log").toFile())
                .start();
        boolean ended = printing.waitFor(2, TimeUnit.MINUTES);
        printing.destroyForcibly();
        assertThat(ended).isTrue();
        return pdf;
    }

    private static long pages(Path pdf) throws IOException {
        return PAGE.matcher(Files.readString(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    private static @Nullable Path browser() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
