package fr.briseglace.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import ca.uhn.fhir.context.FhirContext;
import fr.briseglace.fhir.AuditEvents;
import fr.briseglace.fhir.Audited;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Reason;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.oversight.AuditedRecord;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Audit events of records of every kind, held to the profile PatientRead of IHE BALP 1.1.3, constraint by constraint. */
class AuditProfileConformanceTest {
    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final Caller DOCTOR = new Caller(
            Role.DOCTOR,
            "801234567897",
            "Anne REGUL",
            Set.of(),
            true,
            new Structure("1440000001", "SAMU 44", StructureKind.SAMU));
    private static final FhirContext FHIR = FhirContext.forR4();

    private final Validator validator = Validator.shared();

    private static AccessRecord record(RecordKind kind, AccessMode mode, @Nullable Refusal refusal) {
        return new AccessRecord(
                ID,
                Records.NOW,
                kind,
                ID,
                ID,
                mode,
                DOCTOR,
                mode == AccessMode.CENTRE_15 ? "fr.health.samu440.DRFR15" : null,
                new Reason("shock", "collapsus"),
                kind == RecordKind.FETCHED ? ID.toString() : null,
                refusal,
                1,
                null,
                false);
    }

    /** Records of every kind and mode, refusals by every line of the table. */
    static List<AccessRecord> records() {
        List<AccessRecord> records = new ArrayList<>();
        for (AccessMode mode : AccessMode.values()) {
            for (RecordKind kind : RecordKind.values()) {
                if (kind != RecordKind.REFUSED) {
                    records.add(record(kind, mode, null));
                }
            }
            for (Refusal refusal : Refusal.values()) {
                records.add(record(RecordKind.REFUSED, mode, refusal));
            }
        }
        return records;
    }

    private static AuditEvent event(Audited audited) {
        return FHIR.newJsonParser()
                .parseResource(AuditEvent.class, new String(AuditEvents.event(audited), StandardCharsets.UTF_8));
    }

    private static AuditEvent event(RecordKind kind, AccessMode mode) {
        return event(AuditedRecord.of(record(kind, mode, null), Records.INS));
    }

    /** As the patient reads it: the structure is named and not numbered. */
    private static Audited inTheJournal(Audited of) {
        return new Audited(
                of.id(),
                of.at(),
                of.kind(),
                of.accessId(),
                of.mode(),
                of.professionalId(),
                of.professional(),
                of.role(),
                null,
                of.structure(),
                of.caseId(),
                of.reasonCode(),
                of.refusal(),
                of.patient(),
                of.document());
    }

    private List<String> faults(AuditEvent event) {
        return validator.faults(
                FHIR.newJsonParser().encodeResourceToString(event).getBytes(StandardCharsets.UTF_8),
                AuditProfiles.PATIENT_READ);
    }

    private static boolean claims(AuditEvent event) {
        return event.getMeta().hasProfile(AuditProfiles.PATIENT_READ);
    }

    /** What was read of a known patient's; breaking the glass is an alert of its own type. */
    private static boolean reading(AccessRecord record) {
        return switch (record.kind()) {
            case OPENED -> record.mode() == AccessMode.CENTRE_15;
            case READ, FETCHED -> true;
            case REFUSED, LISTED, SOUGHT, HANDED_OVER, CLOSED, REVIEWED, QUEUE_READ -> false;
        };
    }

    @ParameterizedTest
    @MethodSource("records")
    void eventClaimsTheProfileWhereItFollowsIt(AccessRecord record) {
        Audited audited = AuditedRecord.of(record, Records.INS);
        AuditEvent event = event(audited);
        assertThat(claims(event)).isEqualTo(reading(record));
        if (reading(record)) {
            validator.accept(AuditEvents.event(audited));
            validator.accept(AuditEvents.event(inTheJournal(audited)));
        } else {
            assertThat(faults(event)).as("it would follow the profile").isNotEmpty();
        }
    }

    @Test
    void eventOfNobodyKnownClaimsNothing() {
        AccessRecord record = record(RecordKind.REFUSED, AccessMode.CENTRE_15, Refusal.PATIENT_UNKNOWN);
        assertThat(event(AuditedRecord.of(record, null)).getMeta().hasProfile()).isFalse();
    }

    @Test
    void breakingTheGlassIsAnOverrideAndItsReadingsSayWhy() {
        AuditEvent broken = event(RecordKind.OPENED, AccessMode.BRIS_DE_GLACE);
        assertThat(broken.getType().getCode()).isEqualTo("110113");
        assertThat(broken.getSubtype()).singleElement().satisfies(subtype -> {
            assertThat(subtype.getSystem()).isEqualTo(AuditProfiles.DICOM);
            assertThat(subtype.getCode()).isEqualTo("110127");
        });
        assertThat(purpose(event(RecordKind.FETCHED, AccessMode.BRIS_DE_GLACE))).isEqualTo("BTG");
        assertThat(purpose(event(RecordKind.FETCHED, AccessMode.CENTRE_15))).isEqualTo("ETREAT");
    }

    private static String purpose(AuditEvent event) {
        return agent(event, "IRCP")
                .getPurposeOfUseFirstRep()
                .getCodingFirstRep()
                .getCode();
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatMustBeSupportedIsSaid(AccessRecord record) {
        AuditEvent event = event(AuditedRecord.of(record, Records.INS));
        AuditEventAgentComponent user = agent(event, "IRCP");
        assertThat(user.getRoleFirstRep().getText()).isEqualTo("doctor");
        assertThat(user.getName()).isEqualTo("Anne REGUL");
        assertThat(user.getPurposeOfUseFirstRep().getCodingFirstRep().getSystem())
                .isEqualTo("http://terminology.hl7.org/CodeSystem/v3-ActReason");
        assertThat(user.getWho().getIdentifier().getValue()).isEqualTo("801234567897");
        assertThat(event.getSource().getObserver().getDisplay()).isEqualTo("Brise-glace");
        assertThat(entity(event, "1").getWhat().getType()).isEqualTo("Patient");
    }

    private static AuditEventAgentComponent agent(AuditEvent event, String type) {
        return event.getAgent().stream()
                .filter(agent -> agent.getType().getCodingFirstRep().getCode().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static AuditEventEntityComponent entity(AuditEvent event, String type) {
        return event.getEntity().stream()
                .filter(entity -> entity.getType().getCode().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Arguments without(String what, Consumer<AuditEvent> change) {
        return argumentSet(what, change);
    }

    /** One breach of each constraint. */
    static Stream<Arguments> breaches() {
        return Stream.of(
                without("type rest", event -> event.getType().setCode("object")),
                without("one subtype", event -> event.setSubtype(null)),
                without("a subtype of reading", event -> event.getSubtypeFirstRep()
                        .setCode("create")),
                without(
                        "but one subtype of reading",
                        event ->
                                event.addSubtype(new Coding("http://hl7.org/fhir/restful-interaction", "vread", null))),
                without("action R", event -> event.setAction(AuditEventAction.U)),
                without("when it was recorded", event -> event.setRecorded(null)),
                without("success", event -> event.setOutcome(AuditEventOutcome._4)),
                without("an outcome", event -> event.setOutcome(null)),
                without("client", event -> event.getAgent().remove(agent(event, "110152"))),
                without(
                        "but one client",
                        event -> event.addAgent(agent(event, "110152").copy())),
                without("who the client is", event -> agent(event, "110152").setWho(null)),
                without("where the client is", event -> agent(event, "110152").setNetwork(null)),
                without("client free of media", event -> agent(event, "110152").setMedia(media())),
                without("server", event -> event.getAgent().remove(agent(event, "110153"))),
                without(
                        "but one server",
                        event -> event.addAgent(agent(event, "110153").copy())),
                without("who the server is", event -> agent(event, "110153").setWho(null)),
                without("where the server is", event -> agent(event, "110153").setNetwork(null)),
                without("server free of media", event -> agent(event, "110153").setMedia(media())),
                without(
                        "but one user",
                        event -> event.addAgent(agent(event, "IRCP").copy())),
                without("who the user is", event -> agent(event, "IRCP").setWho(null)),
                without("user as requestor", event -> agent(event, "IRCP").setRequestor(false)),
                without("user free of media", event -> agent(event, "IRCP").setMedia(media())),
                without(
                        "user free of networks",
                        event -> agent(event, "IRCP").getNetwork().setAddress("::1")),
                without("source", event -> event.setSource(null)),
                without("patient", event -> event.getEntity().remove(entity(event, "1"))),
                without(
                        "but one patient",
                        event -> event.addEntity(entity(event, "1").copy())),
                without("role patient", event -> entity(event, "1").getRole().setCode("3")),
                without("a role of the patient", event -> entity(event, "1").setRole(null)),
                without("who the patient is", event -> entity(event, "1").setWhat(null)),
                without("data", event -> event.getEntity().remove(entity(event, "2"))),
                without(
                        "but one of data",
                        event -> event.addEntity(entity(event, "2").copy())),
                without("role of data", event -> entity(event, "2").getRole().setCode("1")),
                without("what the data are", event -> entity(event, "2").setWhat(null)),
                without("but one transaction", event -> {
                    event.addEntity(transaction("1"));
                    event.addEntity(transaction("2"));
                }),
                without("value of the transaction", event -> event.addEntity(transaction(null))));
    }

    private static Coding media() {
        return new Coding(AuditProfiles.DICOM, "110010", null);
    }

    private static AuditEventEntityComponent transaction(@Nullable String value) {
        AuditEventEntityComponent transaction = new AuditEventEntityComponent();
        transaction.setType(
                new Coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId", null));
        transaction.getWhat().getIdentifier().setValue(value).setSystem("urn:x");
        return transaction;
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void eventWithoutThatDoesNotFollowTheProfile(Consumer<AuditEvent> change) {
        AuditEvent event = event(RecordKind.READ, AccessMode.CENTRE_15);
        change.accept(event);
        assertThat(faults(event)).isNotEmpty();
    }

    @Test
    void eventMayNameItsTransaction() {
        assertThat(faults(event(RecordKind.READ, AccessMode.CENTRE_15).addEntity(transaction("1"))))
                .isEmpty();
    }
}
