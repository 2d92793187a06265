package fr.briseglace.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.briseglace.fhir.IpsDocument;
import fr.briseglace.gateway.Gateway;
import fr.briseglace.summary.EmergencySummary;
import fr.briseglace.summary.Section;
import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.SectionState;
import fr.briseglace.summary.SourcedDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rendered summary is a FHIR R4 document, and an International Patient Summary where its profiles are there. */
class IpsConformanceTest {
    private static final UUID ID = new UUID(1, 2);

    private final Validator validator = Validator.shared();

    private static byte[] render(List<SourcedDocument> documents) {
        return render(EmergencySummary.of(documents, Records.TODAY, Records.NOW));
    }

    private static byte[] render(EmergencySummary summary) {
        return IpsDocument.render(ID, Records.INS, Records.IDENTITY, summary, Records.TODAY);
    }

    private void accept(byte[] document) {
        if (validator.knowsSummaries()) {
            validator.accept(document, Validator.IPS);
        } else {
            validator.accept(document);
            abort("FHIR R4 it is; no IPS package lies beside the project, so its profiles were not checked");
        }
    }

    @Test
    void officialPatientIsAnInternationalPatientSummary() throws IOException {
        List<SourcedDocument> documents = Records.official();
        assumeTrue(!documents.isEmpty(), "no official documents beside the project");
        accept(render(documents));
    }

    @Test
    void whateverASourceMaySayIsAnInternationalPatientSummary() {
        accept(render(Records.everything()));
    }

    @Test
    void emptyRecordIsAnInternationalPatientSummary() {
        accept(render(List.of()));
    }

    @Test
    void recordThatDeniesEverythingIsAnInternationalPatientSummary() {
        accept(render(Records.nothing()));
    }

    @Test
    void whatCannotBeAskedIsAnInternationalPatientSummary() {
        Map<SectionKind, Section> sections = new EnumMap<>(SectionKind.class);
        for (SectionKind kind : SectionKind.values()) {
            sections.put(kind, new Section(SectionState.UNAVAILABLE, List.of()));
        }
        accept(render(new EmergencySummary(List.of(), sections, Map.of(), List.of(), Records.NOW)));
    }

    @Test
    void capabilityStatementFollowsTheStandard() throws IOException {
        try (InputStream statement = requireNonNull(Gateway.class.getResourceAsStream("/capability-statement.json"))) {
            validator.accept(statement.readAllBytes());
        }
    }

    @Test
    void validatorRefusesWhatIsNone() {
        assertThat(catchThrowable(() -> validator.accept(
                        "{\"resourceType\":\"Bundle\",\"type\":\"none\"}".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(AssertionError.class);
    }
}
