package fr.briseglace.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of the trail as audit events (FHIR R4). What was read of a patient's follows IHE BALP 1.1.3, profile PatientRead,
 * and says so; that profile is of what succeeds, so refusals and what was sought in vain do not. Breaking the glass is a
 * security alert, "Emergency Override Started" (DICOM 110113, 110127), and no reading yet. Records hold no network
 * addresses, and the events say that they are not there. Pure.
 */
public final class AuditEvents {
    private static final String PATIENT_READ =
            "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String DESTINATION = "110152";
    private static final String SOURCE = "110153";
    private static final String EVENT_TYPE = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String PURPOSE = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ENTITY_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String STRUCTURES = "urn:oid:1.2.250.1.71.4.2.2";
    private static final String ACCESS = "urn:brise-glace:access";
    private static final String US = "Brise-glace";

    private AuditEvents() {}

    /** One event. */
    public static byte[] event(Audited audited) {
        FhirWriter json = new FhirWriter();
        resource(json.object(), audited);
        return json.end().bytes();
    }

    /**
     * What a search found, one page of it.
     *
     * @param self what was searched for
     * @param next where the next page is; null on the last
     */
    public static byte[] searchset(List<Audited> page, String self, @Nullable String next) {
        FhirWriter json = new FhirWriter();
        SearchSet.begin(json, self, next);
        if (!page.isEmpty()) {
            json.array("entry");
            page.forEach(audited -> {
                SearchSet.entry(json, audited.id());
                resource(json, audited);
                SearchSet.endEntry(json);
            });
            json.end();
        }
        return json.end().bytes();
    }

    private static void resource(FhirWriter json, Audited audited) {
        json.text("resourceType", "AuditEvent").text("id", audited.id().toString());
        if (read(audited) && !audited.override() && !audited.inVain() && audited.patient() != null) {
            json.object("meta").array("profile").text(PATIENT_READ).end().end();
        }
        if (audited.override()) {
            json.coding("type", DICOM, "110113", "Security Alert");
            json.array("subtype")
                    .coding(DICOM, "110127", "Emergency Override Started")
                    .end();
        } else {
            json.coding("type", EVENT_TYPE, "rest", "RESTful Operation");
            json.array("subtype")
                    .coding(INTERACTION, interaction(audited), null)
                    .end();
        }
        json.text("action", action(audited))
                .text("recorded", FhirText.instant(audited.at()))
                .text("outcome", audited.inVain() ? "4" : "0")
                .text("outcomeDesc", audited.refusal());
        json.array("purposeOfEvent");
        purpose(json, audited);
        json.end();
        agents(json, audited);
        json.object("source").object("observer").text("display", US).end().end();
        entities(json, audited);
    }

    private static String interaction(Audited audited) {
        return switch (audited.kind()) {
            case "listed", "queue-read" -> "search-type";
            case "handed-over", "closed" -> "operation";
            case "reviewed" -> "create";
            default -> "read";
        };
    }

    private static boolean read(Audited audited) {
        return interaction(audited).equals("read");
    }

    private static String action(Audited audited) {
        return switch (audited.kind()) {
            case "handed-over", "closed", "listed", "queue-read" -> "E";
            case "reviewed" -> "C";
            default -> "R";
        };
    }

    /** Emergency treatment, break the glass; oversight looks after compliance. */
    private static void purpose(FhirWriter json, Audited audited) {
        String code =
                switch (audited.kind()) {
                    case "reviewed", "queue-read" -> "HCOMPL";
                    default -> "bris_de_glace".equals(audited.mode()) ? "BTG" : "ETREAT";
                };
        json.object().array("coding").coding(PURPOSE, code, null).end().end();
    }

    /** Who asks is where what is read goes, and where whatever else is asked for comes from. */
    private static void agents(FhirWriter json, Audited audited) {
        json.array("agent");
        json.object().concept("type", DICOM, read(audited) ? DESTINATION : SOURCE);
        json.object("who");
        if (audited.structureId() != null) {
            json.object("identifier")
                    .text("system", STRUCTURES)
                    .text("value", audited.structureId())
                    .end();
        }
        machine(json, named(audited.structure()));
        json.object().concept("type", DICOM, read(audited) ? SOURCE : DESTINATION);
        json.object("who");
        machine(json, US);
        user(json, audited);
        json.end();
    }

    /** Ends who it is, and the agent. */
    private static void machine(FhirWriter json, String display) {
        json.text("display", display).end().flag("requestor", false);
        json.absent("network", "unsupported").end();
    }

    private static void user(FhirWriter json, Audited audited) {
        json.object().concept("type", PARTICIPATION, "IRCP");
        json.array("role").object().text("text", named(audited.role())).end().end();
        json.object("who");
        json.object("identifier")
                .text("system", FhirSystems.PROFESSIONALS)
                .text("value", named(audited.professionalId()))
                .end();
        json.text("display", audited.professional()).end();
        json.text("name", audited.professional()).flag("requestor", true);
        json.array("purposeOfUse");
        purpose(json, audited);
        json.end().end();
    }

    /** FHIR has no empty texts, and an agent has a name. */
    private static String named(String name) {
        return name.isBlank() ? "-" : name;
    }

    private static void entities(FhirWriter json, Audited audited) {
        json.array("entity");
        if (audited.patient() != null) {
            json.object().object("what").text("type", "Patient").object("identifier");
            json.text("system", "urn:oid:" + audited.patient().oid())
                    .text("value", audited.patient().value())
                    .end()
                    .end();
            json.coding("type", ENTITY_TYPE, "1", "Person")
                    .coding("role", ENTITY_ROLE, "1", "Patient")
                    .end();
        }
        json.object().object("what").object("identifier");
        if (audited.document() == null) {
            json.text("system", ACCESS).text("value", audited.accessId().toString());
        } else {
            json.text("system", "urn:ietf:rfc:3986").text("value", "urn:uuid:" + audited.document());
        }
        json.end().end();
        json.coding("type", ENTITY_TYPE, "2", "System Object").coding("role", ENTITY_ROLE, "4", "Domain Resource");
        json.array("detail");
        detail(json, "access", audited.accessId().toString());
        detail(json, "kind", audited.kind());
        detail(json, "case", audited.caseId());
        detail(json, "reason", audited.reasonCode());
        json.end().end().end();
    }

    private static void detail(FhirWriter json, String type, @Nullable String value) {
        if (FhirText.string(value) != null) {
            json.object().text("type", type).text("valueString", value).end();
        }
    }
}
