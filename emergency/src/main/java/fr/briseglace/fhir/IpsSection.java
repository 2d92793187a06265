package fr.briseglace.fhir;

import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.SectionState;
import org.jspecify.annotations.Nullable;

/**
 * Where a section of the summary stands in an International Patient Summary (IPS 1.1.0): its LOINC code, and what its
 * facts are in FHIR. Sections that IPS does not know keep the codes of French documents.
 */
enum IpsSection {
    ALLERGIES(SectionKind.ALLERGIES, "48765-2", "allergies", "allergy"),
    TREATMENTS(SectionKind.TREATMENTS, "10160-0", "medications", "medication"),
    PROBLEMS(SectionKind.PROBLEMS, "11450-4", "problems", "problem"),
    HISTORY(SectionKind.HISTORY, "11348-0", "problems", "problem"),
    PROCEDURES(SectionKind.PROCEDURES, "47519-4", "procedures", "procedure"),
    IMPLANTS(SectionKind.IMPLANTS, "46264-8", "devices", "device"),
    DIRECTIVES(SectionKind.DIRECTIVES, "42348-3", null, null),
    ALERTS(SectionKind.ALERTS, "44944-7", null, null),
    PREGNANCY(SectionKind.PREGNANCY, "10162-6", null, null),
    BLOOD_GROUP(SectionKind.BLOOD_GROUP, "34530-6", null, null),
    VACCINATIONS(SectionKind.VACCINATIONS, "11369-6", "immunizations", "immunization"),
    RESULTS(SectionKind.RESULTS, "30954-2", null, null),
    VITAL_SIGNS(SectionKind.VITAL_SIGNS, "8716-3", null, null),
    FUNCTIONAL_STATUS(SectionKind.FUNCTIONAL_STATUS, "47420-5", null, null),
    LIFESTYLE(SectionKind.LIFESTYLE, "29762-2", null, null),
    FAMILY_HISTORY(SectionKind.FAMILY_HISTORY, "10157-6", null, null),
    OCCUPATIONAL(SectionKind.OCCUPATIONAL, "10161-8", null, null),
    HOSPITALISATIONS(SectionKind.HOSPITALISATIONS, "46240-8", null, null),
    DISPENSATIONS(SectionKind.DISPENSATIONS, "60590-7", null, null),
    CARE_PLAN(SectionKind.CARE_PLAN, "18776-5", null, null),
    CONTACTS(SectionKind.CONTACTS, null, null, null),
    ORGAN_DONATION(SectionKind.ORGAN_DONATION, "81943-5", null, null);

    /** The strip read first, which is no section of the summary. */
    static final String ALERT = "104605-1";

    private final SectionKind kind;
    private final @Nullable String loinc;
    private final @Nullable String known;
    private final @Nullable String info;

    IpsSection(SectionKind kind, @Nullable String loinc, @Nullable String known, @Nullable String info) {
        this.kind = kind;
        this.loinc = loinc;
        this.known = known;
        this.info = info;
    }

    SectionKind kind() {
        return kind;
    }

    /** Its LOINC code, null where there is none. */
    @Nullable
    String loinc() {
        return loinc;
    }

    /** Whether IPS has codes for "none" and for "nothing said". */
    boolean codesAbsence() {
        return known != null;
    }

    /** Whether the section is there even where the record is silent, because silence can be said by a code. */
    boolean always() {
        return codesAbsence() && this != HISTORY;
    }

    /** Whether an entry says that there are no facts, and why; elsewhere the words of the section do. */
    boolean entersAbsence(SectionState state) {
        return codesAbsence() || (this == RESULTS && state == SectionState.UNAVAILABLE);
    }

    /** The code of "expressly none" or of "no information", where IPS has one. */
    String absence(boolean declared) {
        if (known == null || info == null) {
            throw new IllegalStateException("IPS has no code for the absence of " + name());
        }
        return declared ? "no-known-" + known : "no-" + info + "-info";
    }
}
