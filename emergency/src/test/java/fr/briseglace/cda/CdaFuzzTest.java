package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is deposited, reading answers with a document or a fault, and never throws. */
class CdaFuzzTest {
    private static final String SOUND = Cda.document(
            "60591-5",
            "<author><time value=\"20260110\"/><assignedAuthor><id root=\"1.2\" extension=\"3\"/></assignedAuthor></author>",
            Cda.sections(
                    Cda.section(
                            "11450-4",
                            "Problèmes",
                            "<table><thead><tr><th colspan=\"2\">Date</th><th>Problème</th></tr></thead><tbody><tr>"
                                    + "<td>01/02/2020</td><td rowspan=\"2\">x</td><td><content ID=\"a\">Goutte</content></td>"
                                    + "</tr><tr><td>y</td><td>z</td></tr></tbody></table>",
                            Cda.problem("M10", Cda.CIM_10, "Goutte", "#a", "")),
                    Cda.section(
                            "8716-3",
                            "Constantes",
                            "",
                            Cda.observation(
                                    "8302-2",
                                    Cda.LOINC,
                                    "Taille",
                                    "<effectiveTime value=\"20260101\"/><value xsi:type=\"PQ\" value=\"1.70\" unit=\"m\"/>"))));

    private static final List<String> PIECES = List.of(
            "<entry>",
            "</entry>",
            "<text>",
            "</table>",
            "<observation/>",
            "<organizer><component><act><entryRelationship typeCode=\"COMP\"><supply/></entryRelationship></act></component>"
                    + "</organizer>",
            "value=\"\"",
            "value=\"99999999999999999999\"",
            "value=\"-\"",
            "xsi:type=\"IVL_TS\"",
            "nullFlavor=\"UNK\"",
            "colspan=\"999\"",
            "&#0;",
            "&lt;",
            "\u0000",
            "#a",
            "code=\"\"");

    @Property(tries = 2_000)
    void anyBytesAreAnswered(@ForAll @Size(max = 400) byte[] bytes) {
        assertThat(CdaReader.read(bytes)).isInstanceOf(CdaFault.class);
    }

    @Property(tries = 4_000)
    void aDamagedDocumentIsAnswered(@ForAll("damaged") String xml) {
        CdaReading reading = CdaReader.read(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOfAny(CdaDocument.class, CdaFault.class);
        assertThat(reading.toString()).doesNotContain("Goutte", "ALPHA");
    }

    @Property(tries = 1_000)
    void aDocumentCutShortIsAFault(@ForAll @IntRange(min = 0, max = 1_000) int length) {
        assertThat(CdaReader.read(SOUND.substring(0, length).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(CdaFault.NOT_XML);
    }

    @Property(tries = 2_000)
    void anyAttributeMayHoldAnything(@ForAll("attributes") String attribute, @ForAll String value) {
        String escaped = value.codePoints()
                .filter(c -> c >= ' ' && c < 0xD800)
                .filter(c -> c != '<' && c != '&' && c != '"')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String xml = SOUND.replaceAll(
                attribute + "=\"[^\"]*\"", Matcher.quoteReplacement(attribute + "=\"" + escaped + "\""));
        assertThat(CdaReader.read(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfAny(CdaDocument.class, CdaFault.class);
    }

    @Provide
    Arbitrary<String> attributes() {
        return Arbitraries.of(
                " value",
                " code",
                " codeSystem",
                " displayName",
                " unit",
                " xsi:type",
                " colspan",
                " ID",
                " typeCode",
                " root");
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, SOUND.length());
        return Combinators.combine(place, place, Arbitraries.of(PIECES)).as((one, other, piece) -> {
            int from = Math.min(one, other);
            int to = Math.min(Math.max(one, other), from + 40);
            return SOUND.substring(0, from) + piece + SOUND.substring(to);
        });
    }
}
