package fr.briseglace.fhir;

import fr.briseglace.summary.Answer;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.Coding;
import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.Measure;
import fr.briseglace.summary.SummaryItem;
import fr.briseglace.summary.Terminology;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each fact as the resource that FHIR has for it; one entry of the bundle, two for an implant. */
final class IpsFacts {
    private static final Set<String> DEVICES = Set.of(Terminology.LPP, Terminology.EMDN, Terminology.CLADIMED);
    private static final String FHIR = "http://terminology.hl7.org/CodeSystem/";

    private final FhirWriter fhir;
    private final IpsUrns urns;
    private final IpsEntry entry;

    IpsFacts(FhirWriter fhir, IpsUrns urns, LocalDate today) {
        this.fhir = fhir;
        this.urns = urns;
        this.entry = new IpsEntry(fhir, urns, today);
    }

    /** Writes a fact of a section. */
    void write(IpsSection section, SummaryItem shown) {
        ClinicalItem item = shown.item();
        switch (section) {
            case ALLERGIES -> allergy(shown, item);
            case TREATMENTS -> medication(shown, item);
            case PROBLEMS, HISTORY, FUNCTIONAL_STATUS -> condition(section, shown, item);
            case PROCEDURES -> procedure(shown, item);
            case IMPLANTS -> device(shown, item);
            case DIRECTIVES -> directive(shown, item);
            case ALERTS -> alert(shown, item);
            case VACCINATIONS -> vaccination(shown, item);
            case PREGNANCY -> observation(shown, item, null);
            case BLOOD_GROUP, RESULTS -> observation(shown, item, "laboratory");
            case VITAL_SIGNS -> observation(shown, item, "vital-signs");
            case LIFESTYLE, OCCUPATIONAL, ORGAN_DONATION -> observation(shown, item, "social-history");
            case FAMILY_HISTORY -> relative(shown, item);
            case HOSPITALISATIONS -> stay(shown, item);
            case DISPENSATIONS -> dispensation(shown, item);
            case CARE_PLAN -> plan(shown, item);
            case CONTACTS -> contact(shown, item);
        }
    }

    private void allergy(SummaryItem shown, ClinicalItem item) {
        entry.open(shown, "AllergyIntolerance");
        String status = item.status() == null ? "active" : IpsStatus.allergy(item.status());
        standing(item, status, "allergyintolerance-clinical", "allergyintolerance-verification");
        fhir.concept("code", item.codings(), item.label());
        entry.subject("patient");
        entry.moment("onset", item.onset());
        entry.note(shown, item.severity(), item.detail(), IpsEntry.ending(item));
        entry.close();
    }

    private void condition(IpsSection section, SummaryItem shown, ClinicalItem item) {
        entry.open(shown, "Condition");
        String unsaid = section == IpsSection.HISTORY ? "inactive" : "active";
        String status = item.status() == null ? unsaid : IpsStatus.clinical(item.status());
        standing(item, status, "condition-clinical", "condition-ver-status");
        if (section == IpsSection.PROBLEMS) {
            fhir.array("category").object().array("coding");
            fhir.coding(FHIR + "condition-category", "problem-list-item", null).end();
            fhir.end().end();
        }
        fhir.concept("code", item.codings(), item.label());
        entry.subject("subject");
        entry.moment("onset", item.onset());
        if (entry.over(item)) {
            entry.moment("abatement", item.end());
        }
        entry.note(
                shown,
                IpsEntry.valueWords(item),
                item.severity(),
                item.detail(),
                entry.over(item) ? null : IpsEntry.ending(item));
        entry.close();
    }

    /** Clinical and verification status. What is refuted is not active; what is past its end is not either. */
    private void standing(ClinicalItem item, String status, String clinical, String verification) {
        boolean quiet = "inactive".equals(status) || "resolved".equals(status) || "remission".equals(status);
        fhir.concept("clinicalStatus", FHIR + clinical, entry.over(item) && !quiet ? "inactive" : status);
        String denied = item.none() ? null : IpsStatus.verification(item.status());
        if (denied != null) {
            fhir.concept("verificationStatus", FHIR + verification, denied);
        }
    }

    private void medication(SummaryItem shown, ClinicalItem item) {
        entry.open(shown, "MedicationStatement");
        boolean ended = item.status() == null && entry.over(item);
        fhir.text("status", ended ? "completed" : IpsStatus.medication(item.status()));
        fhir.concept("medicationCodeableConcept", item.codings(), item.label());
        entry.subject("subject");
        entry.period("effective", item);
        entry.note(shown, item.severity(), IpsEntry.valueWords(item));
        if (item.detail() != null) {
            fhir.only("dosage").text("text", item.detail()).endOnly();
        }
        entry.close();
    }

    private void procedure(SummaryItem shown, ClinicalItem item) {
        entry.open(shown, "Procedure");
        fhir.text("status", IpsStatus.procedure(item.status()));
        fhir.concept("code", item.codings(), item.label());
        entry.subject("subject");
        entry.period("performed", item);
        entry.note(shown, IpsEntry.valueWords(item), item.severity(), item.detail());
        entry.close();
    }

    private void device(SummaryItem shown, ClinicalItem item) {
        String device = shown.id() + "-device";
        entry.begin(device, "Device");
        fhir.concept("type", item.codings(), item.label());
        entry.subject("patient");
        entry.close();
        entry.open(shown, "DeviceUseStatement");
        fhir.text("status", IpsStatus.device(item.status()));
        entry.subject("subject");
        entry.period("timing", item);
        fhir.reference("device", urns.of(device));
        entry.note(shown, IpsEntry.valueWords(item), item.severity(), item.detail());
        entry.close();
    }

    private void directive(SummaryItem shown, ClinicalItem item) {
        entry.open(shown, "Consent");
        boolean mistaken = item.status() == ItemStatus.ENTERED_IN_ERROR;
        boolean over = item.status() == ItemStatus.INACTIVE || item.status() == ItemStatus.STOPPED;
        fhir.text("status", mistaken ? "entered-in-error" : over ? "inactive" : "active");
        fhir.concept("scope", FHIR + "consentscope", "adr");
        fhir.array("category").object().array("coding");
        fhir.coding(FhirSystems.LOINC, "42348-3", null).end().end().end();
        entry.subject("patient");
        entry.moment("", item.onset(), "dateTime");
        fhir.object("policyRule")
                .text("text", IpsEntry.words(item.label(), item.detail()))
                .end();
        fhir.object("provision");
        if (item.value() instanceof Answer answer) {
            fhir.text("type", answer.yes() ? "permit" : "deny");
        }
        fhir.array("code").object().codings(item.codings()).text("text", item.label());
        fhir.end().end().end();
        entry.close();
    }

    private void alert(SummaryItem shown, ClinicalItem item) {
        entry.open(shown, "Flag");
        fhir.text("status", IpsStatus.flag(item.status()));
        fhir.concept(
                "code",
                item.codings(),
                IpsEntry.words(item.label(), IpsEntry.valueWords(item), item.severity(), item.detail()));
        entry.subject("subject");
        if (item.onset() != null || item.end() != null) {
            entry.span("period", item);
        }
        entry.close();
    }

    private void vaccination(SummaryItem shown, ClinicalItem item) {
        entry.open(shown, "Immunization");
        fhir.text("status", IpsStatus.immunization(item.status()));
        fhir.concept("vaccineCode", item.codings(), item.label());
        entry.subject("patient");
        if (item.onset() == null) {
            fhir.absent("_occurrenceDateTime", "unknown");
        } else {
            entry.moment("occurrence", item.onset());
        }
        entry.note(shown, IpsEntry.valueWords(item), item.severity(), item.detail());
        entry.close();
    }

    private void observation(SummaryItem shown, ClinicalItem item, @Nullable String category) {
        entry.open(shown, "Observation");
        fhir.text("status", IpsStatus.observation(item.status()));
        if (category != null) {
            fhir.array("category").object().array("coding");
            fhir.coding(FHIR + "observation-category", category, null).end();
            fhir.end().end();
        }
        fhir.concept("code", item.codings(), item.label());
        entry.subject("subject");
        entry.period("effective", item);
        value(item);
        entry.note(shown, item.severity(), item.detail());
        entry.close();
    }

    private void value(ClinicalItem item) {
        switch (item.value()) {
            case null -> {
                if (!item.answers().isEmpty()) {
                    fhir.concept("valueCodeableConcept", item.answers(), null);
                }
            }
            case Answer answer -> fhir.flag("valueBoolean", answer.yes());
            case Measure measure -> {
                fhir.object("valueQuantity").number("value", measure.number());
                if (measure.unit() != null) {
                    fhir.text("unit", measure.unit()).text("system", FhirSystems.UCUM);
                    fhir.text("code", FhirText.code(measure.unit()));
                }
                fhir.end();
            }
        }
    }

    private void relative(SummaryItem shown, ClinicalItem item) {
        int colon = item.label().indexOf(" : ");
        entry.open(shown, "FamilyMemberHistory");
        fhir.text("status", item.status() == ItemStatus.ENTERED_IN_ERROR ? "entered-in-error" : "completed");
        entry.subject("patient");
        if (colon > 0) {
            fhir.object("relationship")
                    .text("text", item.label().substring(0, colon))
                    .end();
        } else {
            fhir.concept("relationship", FHIR + "v3-RoleCode", "FAMMEMB");
        }
        entry.note(shown, IpsEntry.valueWords(item), item.severity(), item.detail(), IpsEntry.beginning(item));
        fhir.only("condition").concept("code", item.codings(), item.label()).endOnly();
        entry.close();
    }

    private void stay(SummaryItem shown, ClinicalItem item) {
        entry.open(shown, "Encounter");
        fhir.text("status", IpsStatus.encounter(item.status()));
        fhir.absent("class", "unknown");
        fhir.array("type").object().codings(item.codings());
        fhir.text("text", IpsEntry.words(item.label(), IpsEntry.valueWords(item), item.severity(), item.detail()));
        fhir.end().end();
        entry.subject("subject");
        if (item.onset() != null || item.end() != null) {
            entry.span("period", item);
        }
        entry.close();
    }

    private void dispensation(SummaryItem shown, ClinicalItem item) {
        boolean device = item.codings().stream().map(Coding::system).anyMatch(DEVICES::contains);
        if (device) {
            entry.open(shown, "SupplyDelivery");
            fhir.text("status", item.status() == ItemStatus.ENTERED_IN_ERROR ? "entered-in-error" : "completed");
            entry.subject("patient");
            fhir.object("suppliedItem")
                    .concept("itemCodeableConcept", item.codings(), IpsEntry.words(item.label(), item.detail()))
                    .end();
            entry.moment("occurrence", item.onset());
        } else {
            entry.open(shown, "MedicationDispense");
            fhir.text("status", IpsStatus.dispense(item.status()));
            fhir.concept("medicationCodeableConcept", item.codings(), item.label());
            entry.subject("subject");
            entry.moment("", item.onset(), "whenHandedOver");
            entry.note(shown, IpsEntry.valueWords(item), item.severity(), IpsEntry.ending(item), item.detail());
        }
        entry.close();
    }

    private void plan(SummaryItem shown, ClinicalItem item) {
        entry.open(shown, "CarePlan");
        fhir.text("status", IpsStatus.plan(item.status())).text("intent", "plan");
        fhir.text("title", item.label());
        fhir.text("description", IpsEntry.words(item.label(), IpsEntry.valueWords(item), item.detail()));
        entry.subject("subject");
        if (item.onset() != null || item.end() != null) {
            entry.span("period", item);
        }
        entry.close();
    }

    private void contact(SummaryItem shown, ClinicalItem item) {
        entry.open(shown, "RelatedPerson");
        fhir.narrative(IpsNarrative.words(item.label(), item.detail()));
        entry.subject("patient");
        if (item.detail() != null) {
            String relation = item.detail().split(" ; ", -1)[0];
            fhir.array("relationship").object().text("text", relation).end().end();
        }
        fhir.only("name").text("text", item.label()).endOnly();
        entry.close();
    }
}
