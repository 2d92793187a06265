package fr.briseglace.gateway;

import fr.briseglace.access.AccessWindow;
import fr.briseglace.access.Documents.Card;
import fr.briseglace.access.Documents.Content;
import fr.briseglace.access.Handovers.Offer;
import fr.briseglace.access.JournalEntry;
import fr.briseglace.access.Sighting;
import fr.briseglace.access.Snapshot;
import fr.briseglace.access.SnapshotContent;
import fr.briseglace.cache.Cached;
import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientStanding;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.notice.Addressees;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
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
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient of the house, whose summary has every kind of value, and what is around an access to it. */
final class Example {
    static final UUID ACCESS = new UUID(0x0190a00000007000L, 0x8000000000000001L);
    static final UUID DOCUMENT = new UUID(0x0190a00000007000L, 0x8000000000000002L);
    private static final UUID PATIENT = new UUID(0, 1);
    private static final Ins INS = new Ins(House.PATIENT, Ins.TEST);
    private static final Instant DAY = Instant.EPOCH;
    private static final String DOCTOR = "801234567897";

    private Example() {}

    static Future<Sighting> sighting(PatientRights rights) {
        return sighting(false, RecordStatus.OPEN, rights);
    }

    static Future<Sighting> sighting(boolean deceased, RecordStatus status, PatientRights rights) {
        SnapshotContent content = SnapshotContent.render(
                PATIENT,
                new PatientFile(
                        INS,
                        new PatientIdentity(
                                "NOM",
                                List.of("PRENOM", "AUTRE"),
                                null,
                                LocalDate.of(1979, 3, 28),
                                Sex.F,
                                "51215",
                                IdentityStatus.QUALIFIED),
                        status,
                        deceased,
                        rights,
                        Contacts.NONE,
                        false,
                        List.of(),
                        null),
                documents(),
                LocalDate.EPOCH,
                DAY);
        return Future.succeededFuture(new Sighting(new Cached<>(
                new Snapshot(
                        DAY,
                        PATIENT,
                        1,
                        new PatientStanding.Known(deceased, status, rights),
                        Addressees.NOBODY,
                        Addressees.NOBODY,
                        content),
                Cached.Source.NEAR,
                DAY)));
    }

    private static List<SourcedDocument> documents() {
        return List.of(
                new SourcedDocument(
                        new Source("a", "SYNTH", "Synthèse", DAY, Author.UNKNOWN, SourceKind.PROFESSIONAL),
                        List.of(
                                item(SectionKind.TREATMENTS, "B01AA03", ItemStatus.ACTIVE, null),
                                item(SectionKind.VITAL_SIGNS, "w", null, new Measure(new BigDecimal("71.50"), "kg")),
                                item(SectionKind.DIRECTIVES, "d", null, new Answer(true)),
                                ClinicalItem.words(SectionKind.CONTACTS, "Une voisine", "à prévenir"),
                                ClinicalItem.none(SectionKind.ALLERGIES, "Aucune connue"))),
                new SourcedDocument(
                        new Source(
                                "b",
                                "REMB",
                                "Remboursements",
                                DAY,
                                new Author("Dr Exemple", "Médecin", "Cardiologie", DOCTOR),
                                SourceKind.INSURER),
                        List.of(item(SectionKind.TREATMENTS, "B01AA03", ItemStatus.STOPPED, null))));
    }

    private static ClinicalItem item(
            SectionKind section, String code, @Nullable ItemStatus status, @Nullable ItemValue value) {
        return new ClinicalItem(
                section,
                "Fait " + code,
                List.of(new Coding("2.16.840.1.113883.6.73", code, null)),
                List.of(),
                List.of(),
                status,
                new ClinicalDate("1969-08"),
                null,
                null,
                null,
                value,
                false);
    }

    static AccessWindow window(boolean closed) {
        Instant now = Instant.now();
        return new AccessWindow(
                ACCESS,
                PATIENT,
                INS,
                AccessMode.CENTRE_15,
                "fr.health.samu440.DRFR154402600000001",
                null,
                DOCTOR,
                now,
                now.plusSeconds(3600),
                closed,
                new byte[32]);
    }

    static Offer offer() {
        return new Offer(new UUID(0, 3), window(false), DOCTOR, Instant.now().plusSeconds(3600), null);
    }

    static Content document() {
        byte[] bytes = "contenu".getBytes(StandardCharsets.UTF_8);
        Card card = new Card(
                DOCUMENT,
                "SYNTH",
                "Synthèse",
                DAY,
                "{\"name\":\"Dr Exemple\",\"profession\":null}",
                "text/plain",
                bytes.length,
                new byte[32],
                "current",
                true);
        return new Content(card, bytes);
    }

    static List<JournalEntry> journal() {
        return List.of(
                entry("opened", "unconscious", null, DAY), entry("refused", null, "not-entitled", null), erased());
    }

    private static JournalEntry erased() {
        return new JournalEntry(
                new UUID(0, 4),
                DAY,
                "erased",
                ACCESS,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static JournalEntry entry(
            String kind, @Nullable String reason, @Nullable String refusal, @Nullable Instant expires) {
        return new JournalEntry(
                new UUID(0, 4),
                DAY,
                kind,
                ACCESS,
                "bris_de_glace",
                DOCTOR,
                "Dr Exemple",
                "doctor",
                "CHU",
                null,
                reason,
                null,
                refusal,
                expires,
                refusal == null ? new JournalEntry.Seen(DOCUMENT, "SYNTH", "Synthèse", DAY) : null,
                List.of(new JournalEntry.Told("gp", "Dr Traitant", "secure-mail", "pending", null)));
    }
}
