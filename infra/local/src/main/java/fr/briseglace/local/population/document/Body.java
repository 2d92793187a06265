package fr.briseglace.local.population.document;

import java.util.List;

/** Which sections a type of document has, in order and nested as its model nests them. */
final class Body {
    private static final SectionWriter VSM_CONCLUSIONS = nested(
            SectionKind.VSM_CONCLUSIONS,
            "Conclusions de synthèse",
            nested(
                    SectionKind.VSM_PHYSICAL,
                    "Pathologies, antécédents, allergies",
                    ProblemSections::active,
                    ProblemSections::history,
                    SurgerySections::acts,
                    AllergySection::write),
            nested(
                    SectionKind.VSM_RISKS,
                    "Facteurs de risque",
                    MeasureSections::lifestyle,
                    WordSections::work,
                    ProblemSections::family));

    private static final SectionWriter VSM_PLAN =
            nested(SectionKind.VSM_TREATMENT_PLAN, "Plan de traitement", TreatmentSections::all);

    private Body() {}

    static void write(Page page, Frame frame) {
        page.xml().open("component").open("structuredBody");
        sections(frame.kind()).forEach(section -> section.write(page, frame));
        page.xml().close().close();
    }

    private static List<SectionWriter> sections(DocumentKind kind) {
        return switch (kind) {
            case VSM ->
                List.of(
                        VSM_CONCLUSIONS,
                        WordSections::vigilance,
                        VSM_PLAN,
                        SurgerySections::devices,
                        WillSections::pregnancy,
                        WillSections::directives);
            case SYNTHESIS ->
                List.of(
                        ProblemSections::active,
                        ProblemSections::history,
                        SurgerySections::acts,
                        AllergySection::write,
                        TreatmentSections::all,
                        SurgerySections::devices,
                        WordSections::alerts,
                        ObservedSections::functionalStatus,
                        MeasureSections::vitalSigns,
                        MeasureSections::lifestyle,
                        ProblemSections::family,
                        WillSections::pregnancy,
                        WordSections::carePlan,
                        WillSections::directives);
            case DISCHARGE_LETTER ->
                List.of(
                        WordSections::reasonOfStay,
                        ObservedSections::stay,
                        TreatmentSections::atDischarge,
                        MeasureSections::results,
                        WordSections::carePlan,
                        SurgerySections::devices,
                        AllergySection::write);
            case VACCINATION_RECORD -> List.of(VaccinationSection::all);
            case BIOLOGY_REPORT -> List.of(MeasureSections::report);
            case DISPENSATION -> List.of(PharmacySections::dispensed);
            case PRESCRIPTION -> List.of(PharmacySections::prescribed);
            case REIMBURSEMENTS ->
                List.of(
                        ReimbursementSections::usage,
                        ReimbursementSections::drugs,
                        ReimbursementSections::stays,
                        ReimbursementSections::acts);
            case EMERGENCY_SHEET ->
                List.of(
                        ProblemSections::active,
                        ProblemSections::history,
                        AllergySection::write,
                        TreatmentSections::all,
                        WordSections::carePlan,
                        WillSections::directives,
                        ObservedSections::autonomy,
                        VaccinationSection::latest);
            case SCAN -> List.of();
        };
    }

    /** A section of sections, left out where none of these has anything to say. */
    private static SectionWriter nested(SectionKind kind, String title, SectionWriter... inner) {
        List<SectionWriter> sections = List.of(inner);
        return (page, frame) -> {
            int before = page.xml().length();
            page.openSection(kind, title);
            int headed = page.xml().length();
            sections.forEach(section -> section.write(page, frame));
            boolean empty = page.xml().length() == headed;
            page.closeSection();
            if (empty) {
                page.xml().takeBack(before);
            }
        };
    }
}
