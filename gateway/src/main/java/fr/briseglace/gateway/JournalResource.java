package fr.briseglace.gateway;

import fr.briseglace.access.JournalEntry;
import fr.briseglace.access.PatientDesk;
import fr.briseglace.law.PatientTies;
import fr.briseglace.law.Role;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        gate.patient(exchange, Set.of(Role.HOLDER, Role.DOCTOR), PatientTies::mayReadJournal)
                .compose(ties -> desk.journal(ties.patientId(), cursor(exchange), PAGE + 1))
                .onSuccess(entries -> exchange.json(200, journal(entries)))
                .onFailure(exchange::fail);
    }

    private static @Nullable UUID cursor(Exchange exchange) {
        String cursor = exchange.query("cursor");
        if (cursor == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            Buffer buffer = Buffer.buffer(bytes);
            if (buffer.length() == 2 * Long.BYTES) {
                return new UUID(buffer.getLong(0), buffer.getLong(Long.BYTES));
            }
        } catch (IllegalArgumentException notOurs) {
            // Answered below, like one of a wrong length.
        }
        throw new ProblemException(Problem.malformed(
                List.of(new Problem.BodyError("/cursor", new Problem.Words("curseur inconnu", "unknown cursor")))));
    }

    private static Buffer journal(List<JournalEntry> entries) {
        boolean more = entries.size() > PAGE;
        List<JournalEntry> page = more ? entries.subList(0, PAGE) : entries;
        JsonArray lines = new JsonArray();
        page.forEach(entry -> lines.add(line(entry)));
        return new JsonObject()
                .put("entries", lines)
                .put("next", more ? cursor(page.getLast().recordId()) : null)
                .toBuffer();
    }

    private static String cursor(UUID last) {
        Buffer bytes =
                Buffer.buffer().appendLong(last.getMostSignificantBits()).appendLong(last.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.getBytes());
    }

    private static JsonObject line(JournalEntry entry) {
        JsonArray notices = new JsonArray();
        entry.notices()
                .forEach(told -> notices.add(new JsonObject()
                        .put("recipient", told.recipient())
                        .put("channel", told.channel())
                        .put("state", told.state())
                        .put("sentAt", Times.textOrNull(told.sentAt()))));
        return new JsonObject()
                .put("id", entry.recordId().toString())
                .put("at", Times.text(entry.at()))
                .put("kind", entry.kind())
                .put("accessId", entry.accessId().toString())
                .put("mode", entry.mode())
                .put(
                        "professional",
                        new JsonObject()
                                .put("id", entry.professionalId())
                                .put("name", entry.professionalName())
                                .put("role", entry.role()))
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
                .put("notices", notices)
                .put("proof", AccessResource.PATH + "/" + entry.accessId() + "/proof");
    }
}
