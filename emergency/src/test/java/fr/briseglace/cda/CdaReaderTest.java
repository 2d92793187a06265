package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CdaReaderTest {
    private static final String GOOD = Cda.document(
            "SYNTH", "", Cda.sections(Cda.section("11450-4", "Problèmes", "<paragraph>Goutte sévère</paragraph>")));

    @ParameterizedTest
    @MethodSource
    void whatIsNoDocumentIsAFaultOfItsKind(String xml, CdaFault fault) {
        assertThat(CdaReader.read(xml.getBytes(StandardCharsets.UTF_8))).isEqualTo(fault);
    }

    static Stream<Arguments> whatIsNoDocumentIsAFaultOfItsKind() {
        return Stream.of(
                Arguments.of("", CdaFault.NOT_XML),
                Arguments.of("%PDF-1.7", CdaFault.NOT_XML),
                Arguments.of(GOOD.substring(0, GOOD.length() - 4), CdaFault.NOT_XML),
                Arguments.of("<ClinicalDocument/>", CdaFault.NOT_CDA),
                Arguments.of("<Bundle xmlns=\"urn:hl7-org:v3\"/>", CdaFault.NOT_CDA),
                Arguments.of("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///secret\">]>" + GOOD, CdaFault.DTD_FORBIDDEN),
                Arguments.of("<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\">" + GOOD, CdaFault.DTD_FORBIDDEN),
                Arguments.of(GOOD.replace("Goutte", "&goutte;"), CdaFault.NOT_XML),
                Arguments.of(GOOD.replace("<id root=\"1.2.3\" extension=\"7\"/>", ""), CdaFault.NO_ID),
                Arguments.of(GOOD.replace("code=\"SYNTH\"", ""), CdaFault.NO_TYPE),
                Arguments.of(GOOD.replace(Cda.INS, ""), CdaFault.NO_PATIENT),
                Arguments.of(GOOD.replace("20260110120000+0100", "hier"), CdaFault.NO_DATE),
                Arguments.of(GOOD.replace("structuredBody", "autreCorps"), CdaFault.NO_BODY));
    }

    @Test
    void depthIsBounded() {
        String deep = GOOD.replace("Goutte", "<content>".repeat(300) + "</content>".repeat(300));
        assertThat(CdaReader.read(deep.getBytes(StandardCharsets.UTF_8))).isEqualTo(CdaFault.TOO_DEEP);
    }

    @Test
    void sizeElementsAttributesEventsAndWorkAreBounded() {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        assertThat(CdaReader.read(bytes, new XmlBounds(100, 200, 999, 999, 9_999), Work.DEFAULT))
                .isEqualTo(CdaFault.TOO_LARGE);
        assertThat(CdaReader.read(bytes, new XmlBounds(99_999, 200, 9, 999, 9_999), Work.DEFAULT))
                .isEqualTo(CdaFault.TOO_MUCH_WORK);
        assertThat(CdaReader.read(bytes, new XmlBounds(99_999, 200, 999, 9, 9_999), Work.DEFAULT))
                .isEqualTo(CdaFault.TOO_MUCH_WORK);
        assertThat(CdaReader.read(bytes, new XmlBounds(99_999, 200, 999, 999, 9), Work.DEFAULT))
                .isEqualTo(CdaFault.TOO_MUCH_WORK);
        assertThat(CdaReader.read(bytes, XmlBounds.DEFAULT, 5)).isEqualTo(CdaFault.TOO_MUCH_WORK);
    }

    @Test
    void referencesThatMultiplyATextAreRefusedAndNotFollowed() {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            entries.append("<entry>")
                    .append(Cda.problem("E1" + i, Cda.CIM_10, "x", "#long", ""))
                    .append("</entry>");
        }
        String section = Cda.section("11450-4", "P", "<content ID=\"long\">" + "mot ".repeat(200_000) + "</content>")
                .replace("</section>", entries + "</section>");
        byte[] xml = Cda.document("SYNTH", "", Cda.sections(section)).getBytes(StandardCharsets.UTF_8);
        assertThat(CdaReader.read(xml)).isEqualTo(CdaFault.TOO_MUCH_WORK);
    }

    @Test
    void duplicateAndNestedIdentifiersAreHarmless() {
        String text = "<content ID=\"a\">Asthme <content ID=\"a\">sévère</content></content>";
        String entry = Cda.problem("J45", Cda.CIM_10, "Asthme", "#a", "");
        assertThat(Cda.items(Cda.section("11450-4", "P", text, entry)))
                .singleElement()
                .satisfies(item -> assertThat(item.label()).isEqualTo("Asthme sévère"));
    }

    @ParameterizedTest
    @MethodSource
    void everyDeclaredEncodingIsRead(Charset charset, String declared) throws IOException {
        String xml = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>" + GOOD;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (charset.equals(StandardCharsets.UTF_8)) {
            bytes.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        bytes.write(xml.getBytes(charset));
        assertThat(CdaReader.read(bytes.toByteArray()))
                .isInstanceOfSatisfying(CdaDocument.class, document -> assertThat(document.items())
                        .extracting("label")
                        .containsExactly("Goutte sévère"));
    }

    static Stream<Arguments> everyDeclaredEncodingIsRead() {
        return Stream.of(
                Arguments.of(StandardCharsets.UTF_8, "UTF-8"),
                Arguments.of(StandardCharsets.UTF_16, "UTF-16"),
                Arguments.of(StandardCharsets.ISO_8859_1, "ISO-8859-1"),
                Arguments.of(Charset.forName("windows-1252"), "windows-1252"));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsSaidWithEveryRowIsPaidForWithEveryRow(String title, String text, String entry) {
        byte[] xml = Cda.document("60591-5", "", Cda.sections(Cda.section("99999-9", title, text, entry)))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(CdaReader.read(xml)).isEqualTo(CdaFault.TOO_MUCH_WORK);
    }

    static Stream<Arguments> whatIsSaidWithEveryRowIsPaidForWithEveryRow() {
        String lengthy = "mot ".repeat(50_000);
        String rows = "<tr><td>x</td><td>y</td></tr>".repeat(1_000);
        return Stream.of(
                Arguments.of(lengthy, "<paragraph>x</paragraph>".repeat(1_000), "<act/>"),
                Arguments.of(
                        "T", "<table><thead><tr><th>" + lengthy + "</th></tr></thead>" + rows + "</table>", "<act/>"),
                Arguments.of(
                        "T",
                        "<paragraph>" + lengthy + ":</paragraph>" + "<paragraph>x</paragraph>".repeat(1_000),
                        "<act/>"),
                Arguments.of(
                        "T",
                        "<paragraph ID=\"p\">" + lengthy + "</paragraph><paragraph>y</paragraph>",
                        "<organizer>"
                                + ("<component><observation><code code=\"no-known-allergies\" codeSystem=\"1\"/>"
                                                + "<text><reference value=\"#p\"/></text></observation></component>")
                                        .repeat(1_000)
                                + "</organizer>"));
    }

    @Test
    void prefixesOfNamespacesDoNotMatter() {
        String prefixed = GOOD.replace("xmlns=\"urn:hl7-org:v3\"", "xmlns:h=\"urn:hl7-org:v3\"")
                .replace("xmlns:xsi", "xmlns:type")
                .replaceAll("<(/?)([A-Za-z])", "<$1h:$2");
        assertThat(Cda.read(prefixed).items()).extracting("label").containsExactly("Goutte sévère");
    }

    @Test
    void anUnstructuredBodyIsDecodedAndHasNoItems() {
        String pdf = Base64.getEncoder().encodeToString("%PDF-1.7 essai".getBytes(StandardCharsets.UTF_8));
        CdaDocument document = Cda.read(Cda.document(
                "11502-2",
                "",
                "<nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">\n" + pdf
                        + "\n</text></nonXMLBody>"));
        assertThat(document.items()).isEmpty();
        assertThat(document.body()).satisfies(body -> {
            assertThat(body.mediaType()).isEqualTo("application/pdf");
            assertThat(body.content()).asString(StandardCharsets.UTF_8).isEqualTo("%PDF-1.7 essai");
        });
    }

    @Test
    void aDeflatedBodyIsUnpackedAndABombIsNot() throws IOException {
        assertThat(Cda.read(deflated(1_000)).body())
                .satisfies(body -> assertThat(body.content()).hasSize(1_000));
        assertThat(CdaReader.read(deflated(30 << 20).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(CdaFault.BODY_UNREADABLE);
    }

    private static String deflated(int size) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(new byte[size]);
        }
        return Cda.document(
                "11502-2",
                "",
                "<nonXMLBody><text mediaType=\"text/plain\" representation=\"B64\" compression=\"DF\">"
                        + Base64.getEncoder().encodeToString(packed.toByteArray()) + "</text></nonXMLBody>");
    }
}
