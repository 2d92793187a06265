package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.summary.ClinicalItem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Documents of our own making, in the shape the field gives them. */
final class Cda {
    static final String SNOMED = "2.16.840.1.113883.6.96";
    static final String CIM_10 = "2.16.840.1.113883.6.3";
    static final String LOINC = "2.16.840.1.113883.6.1";
    static final String INS = "<id root=\"1.2.250.1.213.1.4.10\" extension=\"279035121518989\"/>";
    static final String PATIENT = "<patient><name><family qualifier=\"BR\">ALPHA</family><given>LINA ZOE</given>"
            + "<given qualifier=\"BR\">LINA</given><family qualifier=\"CL\">BETA</family></name>"
            + "<administrativeGenderCode code=\"F\"/><birthTime value=\"19790328\"/>"
            + "<birthplace><place><addr><county>51215</county></addr></place></birthplace></patient>";

    private Cda() {}

    /** A whole document: header parts to add, then the body component's content. */
    static String document(String type, String header, String body) {
        return "<ClinicalDocument xmlns=\"urn:hl7-org:v3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<id root=\"1.2.3\" extension=\"7\"/><code code=\"" + type + "\" codeSystem=\"" + LOINC
                + "\" displayName=\"Essai\"/><title>Document d'essai</title>"
                + "<effectiveTime value=\"20260110120000+0100\"/>"
                + "<confidentialityCode code=\"N\" codeSystem=\"2.16.840.1.113883.5.25\"/>"
                + "<recordTarget><patientRole>" + INS + PATIENT + "</patientRole></recordTarget>"
                + header + "<component>" + body + "</component></ClinicalDocument>";
    }

    static String sections(String... sections) {
        StringBuilder body = new StringBuilder("<structuredBody>");
        for (String section : sections) {
            body.append("<component>").append(section).append("</component>");
        }
        return body.append("</structuredBody>").toString();
    }

    static String section(String code, String title, String text, String... entries) {
        StringBuilder section =
                new StringBuilder("<section><code code=\"" + code + "\" codeSystem=\"" + LOINC + "\"/>");
        section.append("<title>").append(title).append("</title>");
        section.append("<text>").append(text).append("</text>");
        for (String entry : entries) {
            section.append("<entry>").append(entry).append("</entry>");
        }
        return section.append("</section>").toString();
    }

    /** A problem wrapped in the act that carries the concern. */
    static String problem(String code, String system, String display, String reference, String inside) {
        return "<act classCode=\"ACT\" moodCode=\"EVN\"><code nullFlavor=\"NA\"/><statusCode code=\"active\"/>"
                + "<entryRelationship typeCode=\"SUBJ\" inversionInd=\"false\"><observation classCode=\"OBS\" moodCode=\"EVN\">"
                + "<templateId root=\"1.3.6.1.4.1.19376.1.5.3.1.4.5\"/>"
                + "<code code=\"282291009\" codeSystem=\"" + SNOMED + "\" displayName=\"diagnostic\"/>"
                + "<statusCode code=\"completed\"/><effectiveTime><low value=\"201908\"/></effectiveTime>"
                + "<value xsi:type=\"CD\" code=\"" + code + "\" codeSystem=\"" + system + "\" displayName=\"" + display
                + "\"><originalText><reference value=\"" + reference + "\"/></originalText></value>" + inside
                + "</observation></entryRelationship></act>";
    }

    static String inside(String type, String statement) {
        return "<entryRelationship typeCode=\"" + type + "\" inversionInd=\"true\">" + statement
                + "</entryRelationship>";
    }

    static String observation(String code, String system, String display, String rest) {
        return "<observation classCode=\"OBS\" moodCode=\"EVN\"><code code=\"" + code + "\" codeSystem=\"" + system
                + "\" displayName=\"" + display + "\"/>" + rest + "</observation>";
    }

    static CdaDocument read(String xml) {
        CdaReading reading = CdaReader.read(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(CdaDocument.class);
        return (CdaDocument) reading;
    }

    /** The items of a document made of these sections. */
    static List<ClinicalItem> items(String... sections) {
        return read(document("60591-5", "", sections(sections))).items();
    }
}
