package fr.briseglace.gateway;

import fr.briseglace.access.JournalEntry;
import fr.briseglace.access.JournalEntry.Seen;
import fr.briseglace.access.JournalEntry.Told;
import fr.briseglace.access.PatientDesk;
import fr.briseglace.law.PatientTies;
import fr.briseglace.law.Role;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/patients/{ins}/journal}: who asked for the record since the beginning, newest first. */
final class JournalResource {
    private static final int PAGE = 50;

    private final PatientGate gate;
    private final PatientDesk desk;

    JournalResource(PatientGate gate, PatientDesk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    void read(Exchange exchange) {
        exchange.give(
                gate.admit(exchange, Set.of(Role.HOLDER, Role.DOCTOR), PatientTies::journalReader)
                        .compose(reader ->
                                desk.journal(reader.patientId(), reader.relation(), Cursor.of(exchange), PAGE + 1)),
                entries -> {
                    Tongue tongue = exchange.tongue();
                    exchange.header(HttpHeaders.CONTENT_LANGUAGE, tongue.tag())
                            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE.toString());
                    exchange.json(200, journal(entries, JournalWords.in(tongue)));
                });
    }

    private static Buffer journal(List<JournalEntry> entries, JournalWords words) {
        boolean more = entries.size() > PAGE;
        List<JournalEntry> page = more ? entries.subList(0, PAGE) : entries;
        JsonArray lines = new JsonArray();
        page.forEach(entry -> lines.add(line(entry, words)));
        return new JsonObject()
                .put("entries", lines)
                .put("next", more ? Cursor.text(page.getLast().recordId()) : null)
                .toBuffer();
    }

    private static JsonObject line(JournalEntry entry, JournalWords words) {
        JsonArray notices = new JsonArray();
        entry.notices().forEach(told -> notices.add(notice(told, words)));
        return new JsonObject()
                .put("id", entry.recordId().toString())
                .put("at", Times.text(entry.at()))
                .put("kind", entry.kind())
                .put("accessId", entry.accessId().toString())
                .put("mode", entry.mode())
                .put("professional", professional(entry))
                .put("structure", entry.structureName())
                .put("caseId", entry.caseId())
                .put(
                        "reason",
                        entry.reasonCode() == null
                                ? null
                                : new JsonObject()
                                        .put("code", entry.reasonCode())
                                        .put("text", entry.reasonText()))
                .put("refusal", entry.refusal())
                .put("expiresAt", Times.textOrNull(entry.expiresAt()))
                .put("document", document(entry.document()))
                .put("notices", notices)
                .put("labels", labels(entry, words))
                .put("proof", proof(entry));
    }

    private static @Nullable JsonObject professional(JournalEntry entry) {
        return entry.professionalId() == null
                ? null
                : new JsonObject()
                        .put("id", entry.professionalId())
                        .put("name", entry.professionalName())
                        .put("role", entry.role());
    }

    private static JsonObject notice(Told told, JournalWords words) {
        return new JsonObject()
                .put("recipient", told.recipient())
                .put("name", told.name())
                .put("channel", told.channel())
                .put("state", told.state())
                .put("sentAt", Times.textOrNull(told.sentAt()))
                .put(
                        "labels",
                        new JsonObject()
                                .put("recipient", words.name("recipient", told.recipient()))
                                .put("channel", words.name("channel", told.channel()))
                                .put("state", words.name("state", told.state())));
    }

    private static JsonObject labels(JournalEntry entry, JournalWords words) {
        return new JsonObject()
                .put("kind", words.name("kind", entry.kind()))
                .put("mode", entry.mode() == null ? null : words.name("mode", entry.mode()))
                .put("role", entry.role() == null ? null : words.name("role", entry.role()))
                .put("reason", entry.reasonCode() == null ? null : words.reason(entry.reasonCode()))
                .put("refusal", entry.refusal() == null ? null : words.name("refusal", entry.refusal()));
    }

    private static @Nullable JsonObject document(@Nullable Seen document) {
        return document == null
                ? null
                : new JsonObject()
                        .put("id", document.id().toString())
                        .put("type", document.type())
                        .put("title", document.title())
                        .put("date", Times.text(document.date()));
    }

    /** An access's own proof is that of the record by which it was opened or refused; others are asked for by name. */
    private static String proof(JournalEntry entry) {
        String own = AccessResource.PATH + "/" + entry.accessId() + "/proof";
        return switch (entry.kind()) {
            case "opened", "refused" -> own;
            default -> own + "?record=" + entry.recordId();
        };
    }
}
