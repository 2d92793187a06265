package fr.briseglace.gateway;

import fr.briseglace.announce.AnnounceOutcome;
import fr.briseglace.announce.AnnounceOutcome.Announced;
import fr.briseglace.announce.AnnounceOutcome.Refused;
import fr.briseglace.announce.Announcements;
import fr.briseglace.announce.LinkOutcome;
import fr.briseglace.gateway.Problem.BodyError;
import fr.briseglace.gateway.Problem.Words;
import fr.briseglace.hub.CaseId;
import fr.briseglace.hub.CaseMessage;
import fr.briseglace.hub.CasePatientId;
import fr.briseglace.hub.HubFault;
import fr.briseglace.hub.LinkMessage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/hub/messages} and {@code GET /v1/cases/{caseId}/link}: calls that announce themselves. */
final class HubResource {
    private static final Problem NOT_ENTITLED = Problem.of(
            Slug.NOT_ENTITLED,
            "Seuls les médecins et les assistants de régulation d'un SAMU annoncent des affaires.",
            "Only doctors and regulation assistants of a SAMU announce cases.");
    private static final Problem NOT_FOUND = Problem.of(
            Slug.NOT_FOUND,
            "Cette affaire n'a pas été annoncée, ou ne comporte pas ce patient.",
            "This case was not announced, or does not have this patient.");

    private final Gate gate;
    private final Announcements announcements;
    private final @Nullable URI console;

    /**
     * The resource.
     *
     * @param console where regulators open records; null where there is no such page, and so no link to it
     */
    HubResource(Gate gate, Announcements announcements, @Nullable URI console) {
        this.gate = gate;
        this.announcements = announcements;
        this.console = console;
    }

    void announce(Exchange exchange) {
        exchange.give(
                gate.caller(exchange.request()).compose(caller -> announcements.announce(caller, message(exchange))),
                outcome -> answer(exchange, outcome));
    }

    private static CaseMessage message(Exchange exchange) {
        return switch (CaseMessage.read(exchange.body().getBytes())) {
            case CaseMessage message -> message;
            case HubFault fault -> throw new ProblemException(problem(fault));
        };
    }

    private static void answer(Exchange exchange, AnnounceOutcome outcome) {
        switch (outcome) {
            case Announced announced -> exchange.json(202, json(announced));
            case Refused refused -> exchange.problem(NOT_ENTITLED);
        }
    }

    private static Buffer json(Announced announced) {
        JsonArray patients = new JsonArray();
        announced
                .patients()
                .forEach(patient -> patients.add(
                        new JsonObject().put("patientId", patient.id().value()).put("warmed", patient.warmed())));
        return new JsonObject()
                .put("caseId", announced.caseId().value())
                .put("patients", patients)
                .toBuffer();
    }

    void link(Exchange exchange) {
        exchange.give(
                gate.caller(exchange.request()).compose(caller -> {
                    CaseId caseId = caseId(exchange);
                    CasePatientId patient = patient(exchange);
                    return announcements
                            .link(caller, caseId, patient)
                            .<Runnable>map(outcome -> () -> answer(exchange, outcome, caseId, patient));
                }),
                Runnable::run);
    }

    private void answer(Exchange exchange, LinkOutcome outcome, CaseId caseId, @Nullable CasePatientId patient) {
        switch (outcome) {
            case KNOWN -> {
                if (console == null) {
                    exchange.problem(NOT_FOUND);
                } else {
                    exchange.json(
                            200, Buffer.buffer(LinkMessage.write(caseId, patient, address(console, caseId, patient))));
                }
            }
            case NOT_FOUND -> exchange.problem(NOT_FOUND);
            case NOT_ENTITLED -> exchange.problem(NOT_ENTITLED);
        }
    }

    /** The case stands behind the {@code #}: browsers send that to nobody, so that it is in no log on the way. */
    private static String address(URI console, CaseId caseId, @Nullable CasePatientId patient) {
        return console + "#caseId=" + caseId.value() + (patient == null ? "" : "&patientId=" + patient.value());
    }

    private static CaseId caseId(Exchange exchange) {
        return CaseId.read(exchange.path("caseId")).orElseThrow(() -> new ProblemException(NOT_FOUND));
    }

    private static @Nullable CasePatientId patient(Exchange exchange) {
        String patientId = exchange.query("patientId");
        return patientId == null
                ? null
                : CasePatientId.read(patientId).orElseThrow(() -> Clause.wrongQuery("patientId"));
    }

    private static Problem problem(HubFault fault) {
        return switch (fault) {
            case SIZE -> Problem.bare(Slug.TOO_LARGE);
            case JSON -> malformed("le corps n'est pas un objet JSON strict", "the body is not a strict JSON object");
            case ENVELOPE ->
                malformed(
                        "l'enveloppe EDXL-DE n'a pas son émetteur, son statut, sa nature ou un contenu et un seul",
                        "the EDXL-DE envelope lacks its sender, status or kind, or exactly one content");
            case CASE ->
                malformed(
                        "ce message ne porte sur aucune affaire : RS-EDA, RS-EDA-MAJ ou RS-URL attendu",
                        "this message is about no case: RS-EDA, RS-EDA-MAJ or RS-URL is expected");
            case CASE_ID -> malformed("caseId manque ou n'en est pas un", "caseId is missing or is none");
            case PATIENT_ID -> malformed("un patientId manque ou n'en est pas un", "a patientId is missing or is none");
            case FORM ->
                malformed(
                        "un membre n'a pas la forme que le standard lui donne",
                        "a member is not of the form that the standard gives it");
        };
    }

    private static Problem malformed(String french, String english) {
        return Problem.malformed(List.of(new BodyError("", new Words(french, english))));
    }
}
