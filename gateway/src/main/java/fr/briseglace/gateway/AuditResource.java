package fr.briseglace.gateway;

import static java.util.Objects.requireNonNullElse;

import fr.briseglace.access.JournalEntry;
import fr.briseglace.access.PatientDesk;
import fr.briseglace.fhir.AuditEvents;
import fr.briseglace.fhir.Audited;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.PatientTies;
import fr.briseglace.law.Role;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Set;

/** {@code GET /fhir/AuditEvent}: the journal in FHIR, to the same people and with nothing more in it. */
final class AuditResource {
    private static final String PATH = "/fhir/AuditEvent";
    private static final int PAGE = 50;

    private final PatientGate gate;
    private final PatientDesk desk;

    AuditResource(PatientGate gate, PatientDesk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    void search(Exchange exchange) {
        PatientToken patient = PatientToken.of(exchange);
        exchange.give(
                gate.admit(
                                exchange,
                                patient.ins().value(),
                                patient.ins().oid(),
                                Set.of(Role.HOLDER, Role.DOCTOR),
                                PatientTies::journalReader)
                        .compose(reader ->
                                desk.journal(reader.patientId(), reader.relation(), Cursor.of(exchange), PAGE + 1)),
                entries -> exchange.answer(200, Accepted.FHIR.mediaType(), page(exchange, patient, entries)));
    }

    private static Buffer page(Exchange exchange, PatientToken patient, List<JournalEntry> entries) {
        boolean more = entries.size() > PAGE;
        List<JournalEntry> page = more ? entries.subList(0, PAGE) : entries;
        return Buffer.buffer(AuditEvents.searchset(
                page.stream()
                        .filter(entry -> entry.mode() != null) // Of one that was erased there is nothing to say.
                        .map(entry -> audited(entry, patient.ins()))
                        .toList(),
                patient.search(PATH, exchange.query("cursor")),
                more ? patient.search(PATH, Cursor.text(page.getLast().recordId())) : null));
    }

    private static Audited audited(JournalEntry entry, Ins patient) {
        return new Audited(
                entry.recordId(),
                entry.at(),
                entry.kind(),
                entry.accessId(),
                entry.mode(),
                requireNonNullElse(entry.professionalId(), ""),
                requireNonNullElse(entry.professionalName(), ""),
                requireNonNullElse(entry.role(), ""),
                null,
                requireNonNullElse(entry.structureName(), ""),
                entry.caseId(),
                entry.reasonCode(),
                entry.refusal(),
                patient,
                entry.document() == null ? null : entry.document().id());
    }
}
