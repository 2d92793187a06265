package fr.briseglace.fhir;

import fr.briseglace.summary.Terminology;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The URIs under which FHIR knows terminologies, identifiers and what is ours. */
final class FhirSystems {
    static final String LOINC = "http://loinc.org";
    static final String UCUM = "http://unitsofmeasure.org";
    static final String ABSENT_OR_UNKNOWN = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
    static final String DATA_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    /** National ids of professionals. */
    static final String PROFESSIONALS = "urn:oid:1.2.250.1.71.4.2.1";
    /** Types of documents that have no LOINC code. */
    static final String DOCUMENT_TYPES = "urn:oid:1.2.250.1.213.1.1.4.12";

    /** Names of the sections in the JSON answer. */
    static final String SECTION = "urn:brise-glace:section";
    /** What is known of a section as a whole. */
    static final String STATE = "urn:brise-glace:section-state";
    /** Slugs of the vital strip. */
    static final String VITAL = "urn:brise-glace:vital";
    /** Who stands behind a document. */
    static final String SOURCE_KIND = "urn:brise-glace:source-kind";
    /** Marks on single facts. */
    static final String MARK = "urn:brise-glace:mark";

    private static final Map<String, String> KNOWN = Map.of(
            Terminology.LOINC, LOINC,
            Terminology.SNOMED_CT, "http://snomed.info/sct",
            Terminology.CIM_10, "http://hl7.org/fhir/sid/icd-10",
            Terminology.CIM_11, "http://id.who.int/icd/release/11/mms",
            Terminology.CISP_2, "http://hl7.org/fhir/sid/icpc-2",
            Terminology.ATC, "http://www.whocc.no/atc",
            Terminology.ORPHA, "http://www.orpha.net");
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9]\\d*))+");

    private FhirSystems() {}

    /** The URI of a terminology; null where what stands for it is no OID. */
    static @Nullable String uri(String oid) {
        String known = KNOWN.get(oid);
        if (known != null) {
            return known;
        }
        return OID.matcher(oid).matches() ? "urn:oid:" + oid : null;
    }

    /** The terminology of a code that names the type of a document. */
    static String documentType(String code) {
        return code.matches("\\d{1,7}-\\d") ? LOINC : DOCUMENT_TYPES;
    }
}
