package fr.briseglace.notice;

import static fr.briseglace.notice.WordingTest.WORDING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.AccessMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What no notice may contain, whatever the names in it look like. */
class WordingPropertiesTest {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern PLAIN_TAGS = Pattern.compile("</?(head|body|title|h1|h2|p|ul|li|html|a)>"
            + "|<!DOCTYPE html>|<html lang=\"(fr|en)\">|<meta charset=\"utf-8\">"
            + "|<meta name=\"viewport\" content=\"width=device-width\">"
            + "|<a href=\"(https://espace\\.example/(journal|oppositions)|https://www\\.cnil\\.fr/fr/plaintes"
            + "|mailto:dpo@brise-glace\\.example)\">");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{5,}");
    private static final Instant AT = Instant.parse("2026-07-01T22:07:00Z");

    @Property(tries = 300)
    void namesCannotBecomeMarkupLinesOrBlanks(@ForAll("hostile") String name, @ForAll Language language) {
        for (Words words : everyMessage(name, language)) {
            assertThat(TAG.matcher(words.html()).results().map(MatchResult::group))
                    .allMatch(tag -> PLAIN_TAGS.matcher(tag).matches());
            assertThat(lines(words.text())).isEqualTo(lines(sameMessageForHarmlessName(words, language)));
            assertThat(words.subject().codePoints()).noneMatch(Character::isISOControl);
            assertThat(words.text().replace("\n", "").codePoints())
                    .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        }
    }

    @Property(tries = 300)
    void noNumberLongEnoughToBeAnInsIsEverSaid(@ForAll("names") String name, @ForAll Language language) {
        for (Words words : everyMessage(name, language)) {
            String said =
                    words.subject() + words.text() + TAG.matcher(words.html()).replaceAll("");
            assertThat(LONG_NUMBER.matcher(said).find()).isFalse();
        }
    }

    @Property(tries = 300)
    void whatGoesToAnOrdinaryMailboxNeverDependsOnTheAccess(
            @ForAll("facts") NoticeFacts one, @ForAll("facts") NoticeFacts other) {
        Words first = WORDING.of(one, new Audience.Anybody());
        if (one.language() == other.language()) {
            assertThat(first).isEqualTo(WORDING.of(other, new Audience.Anybody()));
        }
        assertThat(first.text()).doesNotContain(one.professional()).doesNotContain("http");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(12).ofMaxLength(30);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "\r\n",
                "\n\n",
                "Bcc: x@y.example",
                "<script>alert(1)</script>",
                "\" onclick=\"x",
                "{journal}",
                "{role}",
                "</p><a href='http://evil.example'>",
                "&lt;",
                "\u202e",
                "\u0000",
                "\u2028",
                "$1",
                "\\",
                "- ",
                "## ");
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(20);
        return Arbitraries.oneOf(pieces, anything)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<NoticeFacts> facts() {
        return Combinators.combine(
                        names(),
                        Arbitraries.of(AccessMode.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Language.class))
                .as(WordingPropertiesTest::facts);
    }

    private static NoticeFacts facts(String name, AccessMode mode, boolean refused, Language language) {
        return new NoticeFacts(name, "doctor", name, mode, AT, refused, language, NoticeFacts.PARIS);
    }

    private static List<Words> everyMessage(String name, Language language) {
        NoticeFacts opened = facts(name, AccessMode.BRIS_DE_GLACE, false, language);
        NoticeFacts refused = facts(name, AccessMode.CENTRE_15, true, language);
        return List.of(
                WORDING.of(opened, new Audience.Holder()),
                WORDING.of(refused, new Audience.Holder()),
                WORDING.of(opened, new Audience.Guardian(name)),
                WORDING.of(refused, new Audience.Guardian(name)),
                WORDING.of(opened, new Audience.Practice(name, name, LocalDate.of(1979, 3, 28))),
                WORDING.of(opened, new Audience.Anybody()));
    }

    private static String sameMessageForHarmlessName(Words words, Language language) {
        return everyMessage("Anne", language).stream()
                .filter(harmless -> harmless.subject().equals(words.subject()))
                .map(Words::text)
                .collect(Collectors.joining());
    }

    private static long lines(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }
}
