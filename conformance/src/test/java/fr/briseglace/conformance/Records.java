package fr.briseglace.conformance;

import fr.briseglace.cda.CdaDocument;
import fr.briseglace.cda.CdaReader;
import fr.briseglace.cda.DocumentHeader;
import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.summary.Answer;
import fr.briseglace.summary.Author;
import fr.briseglace.summary.ClinicalDate;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.Coding;
import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.ItemValue;
import fr.briseglace.summary.Measure;
import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.Source;
import fr.briseglace.summary.SourceKind;
import fr.briseglace.summary.SourcedDocument;
import fr.briseglace.summary.Terminology;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records to be rendered: of our own making, and the field's published examples. */
final class Records {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    static final Ins INS = new Ins("279035121518989", Ins.TEST);
    static final PatientIdentity IDENTITY = new PatientIdentity(
            "ALPHA",
            List.of("LINA", "ZOE"),
            "BETA",
            LocalDate.of(1979, 3, 28),
            Sex.F,
            "51215",
            IdentityStatus.QUALIFIED);

    private Records() {}

    static SourcedDocument document(String id, SourceKind kind, ClinicalItem... items) {
        Author author = kind == SourceKind.PROFESSIONAL
                ? new Author("Dr Gamma", "Médecin", "Urgences", "801234567897")
                : Author.UNKNOWN;
        return new SourcedDocument(
                new Source(id, "SYNTH", "Synthèse " + id, Instant.parse("2026-01-05T10:00:00Z"), author, kind),
                List.of(items));
    }

    /** In every section, every status with every kind of value, date and words that a source may hold. */
    static List<SourcedDocument> everything() {
        List<ClinicalItem> items = new ArrayList<>();
        List<@Nullable ItemStatus> statuses = new ArrayList<>(Arrays.asList(ItemStatus.values()));
        statuses.add(null);
        String[] dates = {"2019", "2019-08", "2019-08-11", "2019-08-11T09:49:14+02:00", "2019-08-11T09:49"};
        ItemValue[] values = {
            new Measure(new BigDecimal("7.40"), "mmol/L"),
            new Measure(new BigDecimal("12"), null),
            new Answer(true),
            new Answer(false)
        };
        for (SectionKind section : SectionKind.values()) {
            for (int i = 0; i < statuses.size(); i++) {
                items.add(new ClinicalItem(
                        section,
                        "Père : fait \"n°" + i + "\" <b>&\u0007\u202e  de " + section.jsonName(),
                        i % 3 == 0
                                ? List.of()
                                : List.of(
                                        new Coding(Terminology.CIM_10, "Z" + (10 + i), "libellé"),
                                        new Coding("inconnu", "a  b", null)),
                        i % 4 == 0 ? List.of(new Coding(Terminology.SNOMED_CT, "77386006", null)) : List.of(),
                        List.of(),
                        statuses.get(i),
                        i % 6 == 5 ? null : new ClinicalDate(dates[i % 6]),
                        i % 2 == 0 ? null : new ClinicalDate(i % 4 == 1 ? "2020" : "2031-01-01"),
                        i % 5 == 0 ? null : "Précision : " + i + " ; suite\nà la ligne",
                        i % 7 == 0 ? "grave" : null,
                        i % 5 == 4 ? null : values[i % 5],
                        false));
            }
        }
        return List.of(
                document("un", SourceKind.PROFESSIONAL, items.toArray(ClinicalItem[]::new)),
                document(
                        "deux",
                        SourceKind.PATIENT,
                        ClinicalItem.none(SectionKind.ALLERGIES, "Aucune allergie connue"),
                        ClinicalItem.words(SectionKind.TREATMENTS, "COUMADINE", null)));
    }

    /** Every section expressly empty. */
    static List<SourcedDocument> nothing() {
        return List.of(document(
                "rien",
                SourceKind.INSURER,
                Arrays.stream(SectionKind.values())
                        .map(kind -> ClinicalItem.none(kind, "Aucun"))
                        .toArray(ClinicalItem[]::new)));
    }

    /** The field's published example documents as one record; empty where there is no copy beside the project. */
    static List<SourcedDocument> official() throws IOException {
        Path folder = Validator.beside("shared/data/cda");
        List<SourcedDocument> documents = new ArrayList<>();
        if (folder != null) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (CdaReader.read(Files.readAllBytes(file)) instanceof CdaDocument document) {
                        documents.add(sourced(document));
                    }
                }
            }
        }
        return documents;
    }

    private static SourcedDocument sourced(CdaDocument document) {
        DocumentHeader header = document.header();
        Author author = header.authors().isEmpty()
                ? Author.UNKNOWN
                : header.authors().getFirst().asAuthor();
        return new SourcedDocument(
                new Source(
                        header.uniqueId(),
                        header.type().code(),
                        header.title(),
                        header.created(),
                        author,
                        header.kind()),
                document.items());
    }
}
