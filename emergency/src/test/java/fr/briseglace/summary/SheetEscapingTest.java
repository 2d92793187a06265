package fr.briseglace.summary;

import static fr.briseglace.summary.SheetRecords.document;
import static fr.briseglace.summary.SheetRecords.fact;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.PatientIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever documents and directories say, it stays words. */
class SheetEscapingTest {
    private static final Pattern TAG = Pattern.compile("<([^>]*)>");
    private static final Set<String> HARMLESS = tags(page("mot"));

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(80),
                Arbitraries.of(
                                "<script>alert(1)</script>",
                                "\"><img src=x onerror=alert(1)>",
                                "' style='display:none",
                                "</style></title></main>",
                                "<!-- ",
                                "]]>",
                                "&lt;b&gt;",
                                "\u202edrow\u2066",
                                "\u0000\u0008\ud800",
                                "\r\n\t")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .map(parts -> String.join("", parts)));
    }

    @Property(tries = 150)
    void noTextBecomesMarkup(@ForAll("hostile") String words) {
        String page = page("x" + words);
        assertThat(HARMLESS).containsAll(tags(page));
        String body = page.substring(page.indexOf("</style>"));
        assertThat(body.replaceAll("<[^>]*>", "")).doesNotContain("<", ">");
        assertThat(page.codePoints()).noneMatch(SheetEscapingTest::turnsReading);
    }

    private static boolean turnsReading(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.SURROGATE || (type == Character.CONTROL && c != '\n');
    }

    private static Set<String> tags(String page) {
        return TAG.matcher(page).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String page(String words) {
        EmergencySummary summary = SheetRecords.summary(
                document(
                        words,
                        "2026-05-01",
                        words,
                        fact(
                                SectionKind.TREATMENTS,
                                words,
                                ItemStatus.ACTIVE,
                                words,
                                new Coding(Terminology.ATC, "B01AA03", words)),
                        fact(SectionKind.HISTORY, words, ItemStatus.ACTIVE, words)),
                document(words, "2026-04-01", words, fact(SectionKind.HISTORY, words, ItemStatus.REFUTED, words)));
        PatientIdentity identity = SheetRecords.identity(words, IdentityStatus.QUALIFIED);
        byte[] sheet = SummarySheet.render(SheetRecords.INS, identity, summary, SheetRecords.TODAY);
        return new String(SheetFrame.around(sheet, SheetRecords.access(words, words)), StandardCharsets.UTF_8);
    }
}
