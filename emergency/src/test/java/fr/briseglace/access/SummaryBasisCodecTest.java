package fr.briseglace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
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
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What renderings are made from comes back as it was, to the last character and nanosecond. */
class SummaryBasisCodecTest {
    private static final String LONG = "é€".repeat(50_000);

    private static final SummaryBasis BASIS = new SummaryBasis(
            new UUID(1, 2),
            new Ins("254027511600125", Ins.TEST),
            new PatientIdentity(
                    "NOM",
                    List.of("PRENOM", "AUTRE"),
                    null,
                    LocalDate.of(1954, 2, 28),
                    Sex.F,
                    "75116",
                    IdentityStatus.QUALIFIED),
            List.of(
                    new SourcedDocument(
                            new Source(
                                    "1",
                                    "60591-5",
                                    "Volet",
                                    Instant.parse("2026-01-02T03:04:05.123456789Z"),
                                    new Author("Dr A", null, "Cardiologie", "801234567897"),
                                    SourceKind.PROFESSIONAL),
                            List.of(
                                    item("amoxicilline", LONG, null),
                                    item("poids", null, new Measure(new BigDecimal("70.50"), "kg")))),
                    new SourcedDocument(
                            new Source(
                                    "2",
                                    "11488-4",
                                    "",
                                    Instant.parse("1969-12-31T23:59:59.5Z"),
                                    Author.UNKNOWN,
                                    SourceKind.PATIENT),
                            List.of())),
            LocalDate.of(2026, 11, 26),
            Instant.parse("2026-11-26T08:00:00.000001Z"));

    private static ClinicalItem item(String label, @Nullable String detail, @Nullable ItemValue value) {
        return new ClinicalItem(
                SectionKind.ALLERGIES,
                label,
                List.of(new Coding("2.16.840.1.113883.6.73", "J01CA04", label)),
                List.of(),
                List.of(),
                ItemStatus.ACTIVE,
                new ClinicalDate("2023-01"),
                null,
                detail,
                null,
                value,
                false);
    }

    @Test
    void basisComesBack() {
        assertThat(SummaryBasisCodec.decode(SummaryBasisCodec.encode(BASIS))).isEqualTo(BASIS);
    }

    @Test
    void whatIsRenderedLaterIsWhatWouldHaveBeenRenderedAtOnce() {
        SnapshotContent content = new SnapshotContent(new byte[0], SummaryBasisCodec.encode(BASIS));

        assertThat(content.sheet().whole()).isEqualTo(BASIS.sheet());
        assertThat(content.ips().whole()).isEqualTo(BASIS.ips());
    }

    @Test
    void damagedBytesFailAndGiveNothing() {
        assertThatThrownBy(() -> SummaryBasisCodec.decode(new byte[] {1, 2, 3}))
                .isInstanceOf(UncheckedIOException.class);
    }
}
