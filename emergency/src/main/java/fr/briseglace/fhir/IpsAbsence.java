package fr.briseglace.fhir;

import fr.briseglace.summary.SectionState;
import java.util.Locale;

/**
 * What stands in a section without facts. IPS has codes that tell "expressly none" from "no information" for allergies,
 * medicines, problems, acts, implants and vaccines; "no information" because it could not be asked is marked as such.
 */
final class IpsAbsence {
    private static final String FHIR = "http://terminology.hl7.org/CodeSystem/";

    private final FhirWriter fhir;
    private final IpsUrns urns;

    IpsAbsence(FhirWriter fhir, IpsUrns urns) {
        this.fhir = fhir;
        this.urns = urns;
    }

    /** The id of the entry that says so. */
    static String id(IpsSection section) {
        return "no-" + section.kind().jsonName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Writes it. */
    void write(IpsSection section, SectionState state) {
        String code = section.codesAbsence() ? section.absence(state == SectionState.DECLARED_NONE) : "";
        switch (section) {
            case ALLERGIES -> {
                entry(section, "AllergyIntolerance");
                fhir.concept("clinicalStatus", FHIR + "allergyintolerance-clinical", "active");
                code("code", code, state);
                subject("patient");
            }
            case TREATMENTS -> {
                entry(section, "MedicationStatement");
                fhir.text("status", state == SectionState.DECLARED_NONE ? "active" : "unknown");
                code("medicationCodeableConcept", code, state);
                subject("subject");
                fhir.absent("_effectiveDateTime", "not-applicable");
            }
            case PROBLEMS, HISTORY -> {
                entry(section, "Condition");
                fhir.concept("clinicalStatus", FHIR + "condition-clinical", "active");
                code("code", code, state);
                subject("subject");
            }
            case PROCEDURES -> {
                entry(section, "Procedure");
                fhir.text("status", "unknown");
                code("code", code, state);
                subject("subject");
                fhir.absent("_performedDateTime", "not-applicable");
            }
            case IMPLANTS -> {
                entry(section, "DeviceUseStatement");
                fhir.text("status", "active");
                subject("subject");
                fhir.absent("_timingDateTime", "not-applicable");
                fhir.reference("device", urns.of(id(section) + "-device"));
            }
            case VACCINATIONS -> {
                entry(section, "Immunization");
                fhir.text("status", "not-done");
                code("vaccineCode", code, state);
                subject("patient");
                fhir.absent("_occurrenceDateTime", "not-applicable");
            }
            case RESULTS -> {
                entry(section, "Observation");
                fhir.text("status", "final");
                fhir.concept("code", FhirSystems.LOINC, "30954-2");
                subject("subject");
                fhir.absent("_effectiveDateTime", "temp-unknown");
                fhir.concept("dataAbsentReason", FHIR + "data-absent-reason", "temp-unknown");
            }
            case DIRECTIVES,
                    ALERTS,
                    PREGNANCY,
                    BLOOD_GROUP,
                    VITAL_SIGNS,
                    FUNCTIONAL_STATUS,
                    LIFESTYLE,
                    FAMILY_HISTORY,
                    OCCUPATIONAL,
                    HOSPITALISATIONS,
                    DISPENSATIONS,
                    CARE_PLAN,
                    CONTACTS,
                    ORGAN_DONATION -> throw new IllegalStateException("IPS has no code for this absence");
        }
        fhir.end().end();
        if (section == IpsSection.IMPLANTS) {
            entry(id(section) + "-device", "Device");
            code("type", code, state);
            subject("patient");
            fhir.end().end();
        }
    }

    private void entry(IpsSection section, String type) {
        entry(id(section), type);
    }

    private void entry(String id, String type) {
        fhir.object().text("fullUrl", urns.of(id));
        fhir.object("resource").text("resourceType", type).text("id", id);
    }

    private void subject(String name) {
        fhir.reference(name, urns.of(IpsUrns.PATIENT));
    }

    private void code(String name, String code, SectionState state) {
        fhir.object(name);
        if (state == SectionState.UNAVAILABLE) {
            fhir.absence("temp-unknown");
        }
        fhir.array("coding")
                .coding(FhirSystems.ABSENT_OR_UNKNOWN, code, null)
                .end()
                .end();
    }
}
