package fr.briseglace.fhir;

import fr.briseglace.summary.Answer;
import fr.briseglace.summary.ClinicalDate;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.Coding;
import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.Measure;
import fr.briseglace.summary.SummaryItem;
import fr.briseglace.summary.Terminology;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each fact as the resource that FHIR has for it; one entry of the bundle, two for an implant. */
final class IpsFacts {
    private static final Set<String> DEVICES = Set.of(Terminology.LPP, Terminology.EMDN, Terminology.CLADIMED);
    private static final String FHIR = "http://terminology.hl7.org/CodeSystem/";

    private final FhirWriter fhir;
    private final IpsUrns urns;
    private final LocalDate today;

    IpsFacts(FhirWriter fhir, IpsUrns urns, LocalDate today) {
        this.fhir = fhir;
        this.urns = urns;
        this.today = today;
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
        open(shown, "AllergyIntolerance");
        String status = item.status() == null ? "active" : IpsStatus.allergy(item.status());
        standing(item, status, "allergyintolerance-clinical", "allergyintolerance-verification");
        fhir.concept("code", item.codings(), item.label());
        subject("patient");
        moment("onset", item.onset());
        note(shown, item.severity(), item.detail(), ending(item));
        close();
    }

    private void condition(IpsSection section, SummaryItem shown, ClinicalItem item) {
        open(shown, "Condition");
        String unsaid = section == IpsSection.HISTORY ? "inactive" : "active";
        String status = item.status() == null ? unsaid : IpsStatus.clinical(item.status());
        standing(item, status, "condition-clinical", "condition-ver-status");
        if (section == IpsSection.PROBLEMS) {
            fhir.array("category").object().array("coding");
            fhir.coding(FHIR + "condition-category", "problem-list-item", null).end();
            fhir.end().end();
        }
        fhir.concept("code", item.codings(), item.label());
        subject("subject");
        moment("onset", item.onset());
        if (over(item)) {
            moment("abatement", item.end());
        }
        note(shown, valueWords(item), item.severity(), item.detail(), over(item) ? null : ending(item));
        close();
    }

    /** Clinical and verification status. What is refuted is not active; what is past its end is not either. */
    private void standing(ClinicalItem item, String status, String clinical, String verification) {
        boolean quiet = "inactive".equals(status) || "resolved".equals(status) || "remission".equals(status);
        fhir.concept("clinicalStatus", FHIR + clinical, over(item) && !quiet ? "inactive" : status);
        String denied = item.none() ? null : IpsStatus.verification(item.status());
        if (denied != null) {
            fhir.concept("verificationStatus", FHIR + verification, denied);
        }
    }

    private void medication(SummaryItem shown, ClinicalItem item) {
        open(shown, "MedicationStatement");
        boolean ended = item.status() == null && over(item);
        fhir.text("status", ended ? "completed" : IpsStatus.medication(item.status()));
        fhir.concept("medicationCodeableConcept", item.codings(), item.label());
        subject("subject");
        period("effective", item);
        note(shown, item.severity(), valueWords(item));
        if (item.detail() != null) {
            fhir.only("dosage").text("text", item.detail()).endOnly();
        }
        close();
    }

    private void procedure(SummaryItem shown, ClinicalItem item) {
        open(shown, "Procedure");
        fhir.text("status", IpsStatus.procedure(item.status()));
        fhir.concept("code", item.codings(), item.label());
        subject("subject");
        period("performed", item);
        note(shown, valueWords(item), item.severity(), item.detail());
        close();
    }

    private void device(SummaryItem shown, ClinicalItem item) {
        String device = shown.id() + "-device";
        entry(device, "Device");
        fhir.concept("type", item.codings(), item.label());
        subject("patient");
        close();
        open(shown, "DeviceUseStatement");
        fhir.text("status", IpsStatus.device(item.status()));
        subject("subject");
        period("timing", item);
        fhir.reference("device", urns.of(device));
        note(shown, valueWords(item), item.severity(), item.detail());
        close();
    }

    private void directive(SummaryItem shown, ClinicalItem item) {
        open(shown, "Consent");
        boolean mistaken = item.status() == ItemStatus.ENTERED_IN_ERROR;
        boolean over = item.status() == ItemStatus.INACTIVE || item.status() == ItemStatus.STOPPED;
        fhir.text("status", mistaken ? "entered-in-error" : over ? "inactive" : "active");
        fhir.concept("scope", FHIR + "consentscope", "adr");
        fhir.array("category").object().array("coding");
        fhir.coding(FhirSystems.LOINC, "42348-3", null).end().end().end();
        subject("patient");
        moment("", item.onset(), "dateTime");
        fhir.object("policyRule")
                .text("text", words(item.label(), item.detail()))
                .end();
        fhir.object("provision");
        if (item.value() instanceof Answer answer) {
            fhir.text("type", answer.yes() ? "permit" : "deny");
        }
        fhir.array("code").object().codings(item.codings()).text("text", item.label());
        fhir.end().end().end();
        close();
    }

    private void alert(SummaryItem shown, ClinicalItem item) {
        open(shown, "Flag");
        fhir.text("status", IpsStatus.flag(item.status()));
        fhir.concept("code", item.codings(), words(item.label(), valueWords(item), item.severity(), item.detail()));
        subject("subject");
        if (item.onset() != null || item.end() != null) {
            span("period", item);
        }
        close();
    }

    private void vaccination(SummaryItem shown, ClinicalItem item) {
        open(shown, "Immunization");
        fhir.text("status", IpsStatus.immunization(item.status()));
        fhir.concept("vaccineCode", item.codings(), item.label());
        subject("patient");
        if (item.onset() == null) {
            fhir.absent("_occurrenceDateTime", "unknown");
        } else {
            moment("occurrence", item.onset());
        }
        note(shown, valueWords(item), item.severity(), item.detail());
        close();
    }

    private void observation(SummaryItem shown, ClinicalItem item, @Nullable String category) {
        open(shown, "Observation");
        fhir.text("status", IpsStatus.observation(item.status()));
        if (category != null) {
            fhir.array("category").object().array("coding");
            fhir.coding(FHIR + "observation-category", category, null).end();
            fhir.end().end();
        }
        fhir.concept("code", item.codings(), item.label());
        subject("subject");
        period("effective", item);
        value(item);
        note(shown, item.severity(), item.detail());
        close();
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
        open(shown, "FamilyMemberHistory");
        fhir.text("status", item.status() == ItemStatus.ENTERED_IN_ERROR ? "entered-in-error" : "completed");
        subject("patient");
        if (colon > 0) {
            fhir.object("relationship")
                    .text("text", item.label().substring(0, colon))
                    .end();
        } else {
            fhir.concept("relationship", FHIR + "v3-RoleCode", "FAMMEMB");
        }
        note(shown, valueWords(item), item.severity(), item.detail(), beginning(item));
        fhir.only("condition").concept("code", item.codings(), item.label()).endOnly();
        close();
    }

    private void stay(SummaryItem shown, ClinicalItem item) {
        open(shown, "Encounter");
        fhir.text("status", IpsStatus.encounter(item.status()));
        fhir.absent("class", "unknown");
        fhir.array("type").object().codings(item.codings());
        fhir.text("text", words(item.label(), valueWords(item), item.severity(), item.detail()));
        fhir.end().end();
        subject("subject");
        if (item.onset() != null || item.end() != null) {
            span("period", item);
        }
        close();
    }

    private void dispensation(SummaryItem shown, ClinicalItem item) {
        boolean device = item.codings().stream().map(Coding::system).anyMatch(DEVICES::contains);
        if (device) {
            open(shown, "SupplyDelivery");
            fhir.text("status", item.status() == ItemStatus.ENTERED_IN_ERROR ? "entered-in-error" : "completed");
            subject("patient");
            fhir.object("suppliedItem")
                    .concept("itemCodeableConcept", item.codings(), words(item.label(), item.detail()))
                    .end();
            moment("occurrence", item.onset());
        } else {
            open(shown, "MedicationDispense");
            fhir.text("status", IpsStatus.dispense(item.status()));
            fhir.concept("medicationCodeableConcept", item.codings(), item.label());
            subject("subject");
            moment("", item.onset(), "whenHandedOver");
            note(shown, valueWords(item), item.severity(), ending(item), item.detail());
        }
        close();
    }

    private void plan(SummaryItem shown, ClinicalItem item) {
        open(shown, "CarePlan");
        fhir.text("status", IpsStatus.plan(item.status())).text("intent", "plan");
        fhir.text("title", item.label());
        fhir.text("description", words(item.label(), valueWords(item), item.detail()));
        subject("subject");
        if (item.onset() != null || item.end() != null) {
            span("period", item);
        }
        close();
    }

    private void contact(SummaryItem shown, ClinicalItem item) {
        open(shown, "RelatedPerson");
        fhir.narrative(IpsNarrative.words(item.label(), item.detail()));
        subject("patient");
        if (item.detail() != null) {
            String relation = item.detail().split(" ; ", -1)[0];
            fhir.array("relationship").object().text("text", relation).end().end();
        }
        fhir.only("name").text("text", item.label()).endOnly();
        close();
    }

    /** Opens the entry of a fact; what other sources contradict carries a mark. */
    private void open(SummaryItem shown, String type) {
        entry(shown.id(), type);
        if (shown.conflict()) {
            fhir.object("meta").array("tag");
            fhir.coding(FhirSystems.MARK, "conflict", "contredit par une autre source");
            fhir.end().end();
        }
    }

    private void entry(String id, String type) {
        fhir.object().text("fullUrl", urns.of(id));
        fhir.object("resource").text("resourceType", type).text("id", id);
    }

    private void close() {
        fhir.end().end();
    }

    private void subject(String name) {
        fhir.reference(name, urns.of(IpsUrns.PATIENT));
    }

    private void moment(String name, @Nullable ClinicalDate date) {
        moment(name, date, "DateTime");
    }

    private void moment(String name, @Nullable ClinicalDate date, String type) {
        if (date != null) {
            fhir.text(name + type, FhirText.date(date.iso()));
        }
    }

    /** A moment, or a span where there is an end; a member that must be there says that it is not known. */
    private void period(String name, ClinicalItem item) {
        if (item.onset() == null && item.end() == null) {
            fhir.absent("_" + name + "DateTime", "unknown");
        } else if (item.end() == null || item.end().equals(item.onset())) {
            moment(name, item.onset());
        } else {
            span(name + "Period", item);
        }
    }

    private void span(String name, ClinicalItem item) {
        fhir.object(name);
        moment("", item.onset(), "start");
        boolean backwards = item.onset() != null
                && item.end() != null
                && item.end().last().isBefore(item.onset().first());
        if (!backwards) {
            moment("", item.end(), "end");
        }
        fhir.end();
    }

    private boolean over(ClinicalItem item) {
        return item.end() != null && item.end().last().isBefore(today);
    }

    private static @Nullable String ending(ClinicalItem item) {
        return item.end() == null ? null : "Fin : " + item.end().iso();
    }

    private static @Nullable String beginning(ClinicalItem item) {
        return item.onset() == null ? null : "Date : " + item.onset().iso();
    }

    private static @Nullable String valueWords(ClinicalItem item) {
        return switch (item.value()) {
            case null -> null;
            case Answer answer -> answer.yes() ? "oui" : "non";
            case Measure measure ->
                measure.number().toPlainString() + (measure.unit() == null ? "" : " " + measure.unit());
        };
    }

    /** What the fact says beyond its code, and that another source contradicts it. */
    private void note(SummaryItem shown, @Nullable String... words) {
        List<String> said = new ArrayList<>();
        for (String one : words) {
            if (one != null) {
                said.add(one);
            }
        }
        if (shown.conflict()) {
            said.add("contredit par une autre source");
        }
        if (!said.isEmpty()) {
            fhir.only("note").text("text", String.join(" ; ", said)).endOnly();
        }
    }

    private static String words(String label, @Nullable String... more) {
        StringBuilder all = new StringBuilder(label);
        for (String one : more) {
            if (one != null) {
                all.append(" ; ").append(one);
            }
        }
        return all.toString();
    }
}
