package fr.briseglace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.PatientIdentity;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints sheets in a browser, where there is one, and counts the pages. */
class PrintedSheetTest {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 10, 60, 300})
    void howeverFullTheRecordThePrintHasOnePage(int perSection) throws IOException, InterruptedException {
        Path browser = browser();
        assumeTrue(browser != null, "no chromium on the path: the sheet is not printed");
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
                longest,
                longest,
                plain.openedAt(),
                plain.expiresAt(),
                Instant.parse("2026-05-31T08:00:00Z"),
                true);
        Path page = Files.write(folder.resolve("sheet.html"), SheetFrame.around(sheet, access));
        assertThat(pages(print(String.valueOf(browser), page))).isEqualTo(1);
    }

    private Path print(String browser, Path page) throws IOException, InterruptedException {
        Path pdf = folder.resolve("sheet.pdf");
        Process printing = new ProcessBuilder(List.of(
                        browser,
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
