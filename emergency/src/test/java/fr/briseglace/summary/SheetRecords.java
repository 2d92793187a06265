package fr.briseglace.summary;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records of our own making for the printed sheet. */
final class SheetRecords {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    static final Ins INS = new Ins("279035121518989", Ins.TEST);
    static final PatientIdentity IDENTITY = identity("ALPHA", IdentityStatus.QUALIFIED);

    private static final List<String> RAISING =
            List.of("B01AA03", "B01AC04", "B01AF01", "N02AA01", "L04AD01", "A10AB01");

    private SheetRecords() {}

    static PatientIdentity identity(String birthName, IdentityStatus status) {
        return new PatientIdentity(
                birthName, List.of("LINA", "ZOE"), "BETA", LocalDate.of(1979, 3, 28), Sex.F, "51215", status);
    }

    static ClinicalItem fact(SectionKind section, String label) {
        return fact(section, label, null, null);
    }

    static ClinicalItem fact(
            SectionKind section,
            String label,
            @Nullable ItemStatus status,
            @Nullable String detail,
            Coding... codings) {
        return new ClinicalItem(
                section,
                label,
                List.of(codings),
                List.of(),
                List.of(),
                status,
                new ClinicalDate("2019-08-11"),
                null,
                detail,
                null,
                null,
                false);
    }

    static SourcedDocument document(String id, String date, String author, ClinicalItem... items) {
        Author who = new Author(author, "Médecin", null, null);
        Instant when = Instant.parse(date + "T10:00:00Z");
        return new SourcedDocument(
                new Source(id, "SYNTH", "Synthèse " + id, when, who, SourceKind.PROFESSIONAL), List.of(items));
    }

    static EmergencySummary summary(SourcedDocument... documents) {
        return EmergencySummary.of(List.of(documents), TODAY, NOW);
    }

    /** As many facts in every section, each with as many words as real ones never have. */
    static EmergencySummary fullest(int perSection) {
        List<SourcedDocument> documents = new ArrayList<>();
        for (int source = 0; source < 30; source++) {
            List<ClinicalItem> items = new ArrayList<>();
            for (SectionKind kind : SectionKind.values()) {
                for (int i = source; i < perSection; i += 30) {
                    items.add(fact(
                            kind,
                            "FAIT " + i + " " + "WAGNERIEN MAMMOUTH ".repeat(1 + i % 7),
                            i % 3 == 0 ? ItemStatus.INACTIVE : ItemStatus.ACTIVE,
                            "Posologie : " + "un comprimé le matin, ".repeat(1 + i % 5) + "à jeun ; précisé " + i,
                            codings(kind, i)));
                }
            }
            String date = "20%02d-01-15".formatted(source % 26);
            documents.add(
                    document("doc" + source, date, "Dr Auteur Numéro " + source, items.toArray(ClinicalItem[]::new)));
        }
        return EmergencySummary.of(documents, TODAY, NOW);
    }

    private static Coding[] codings(SectionKind kind, int i) {
        return kind == SectionKind.TREATMENTS && i < RAISING.size()
                ? new Coding[] {new Coding(Terminology.ATC, RAISING.get(i), null)}
                : new Coding[0];
    }

    static SheetAccess access(@Nullable String caseId, String professional) {
        return access(caseId, professional, null);
    }

    static SheetAccess access(@Nullable String caseId, String professional, @Nullable Reason reason) {
        return new SheetAccess(
                new UUID(1, 2),
                caseId == null ? AccessMode.BRIS_DE_GLACE : AccessMode.CENTRE_15,
                caseId,
                reason,
                professional,
                "SAMU 44",
                Instant.parse("2026-06-01T08:00:00Z"),
                Instant.parse("2026-06-01T12:00:00Z"),
                NOW,
                false);
    }

    static String sheet(EmergencySummary summary) {
        return new String(SummarySheet.render(INS, IDENTITY, summary, TODAY), StandardCharsets.UTF_8);
    }
}
