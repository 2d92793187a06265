package fr.briseglace.gateway;

import fr.briseglace.access.Proofs;
import fr.briseglace.access.Proofs.Proof;
import fr.briseglace.sequence.TransparencyLog.Place;
import fr.briseglace.tlog.Hash;
import fr.briseglace.trail.KeptRecord;
import fr.briseglace.trail.RecordCodec;
import fr.briseglace.trail.Tombstone;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** {@code GET /v1/emergency-accesses/{id}/proof}: that a record is in the public log. */
final class ProofResource {
    private static final String SOON = "1";
    private static final Problem NOT_FOUND =
            Problem.of(Slug.NOT_FOUND, "Cette ressource n'existe pas.", "This resource does not exist.");

    private final Gate gate;
    private final Proofs proofs;

    ProofResource(Gate gate, Proofs proofs) {
        this.gate = gate;
        this.proofs = proofs;
    }

    void read(Exchange exchange) {
        exchange.give(
                gate.caller(exchange.request()).compose(caller -> {
                    String record = exchange.query("record");
                    return proofs.of(caller, exchange.id("id"), record == null ? null : UUID.fromString(record));
                }),
                proof -> answer(exchange, proof));
    }

    private static void answer(Exchange exchange, Optional<Proof> found) {
        Proof proof = found.orElse(null);
        if (proof == null) {
            exchange.problem(NOT_FOUND);
        } else if (proof.place().isEmpty()) {
            String leaf = Base64.getEncoder().encodeToString(proof.kept().leafHash());
            exchange.header(HttpHeaders.RETRY_AFTER, SOON);
            exchange.json(202, new JsonObject().put("leaf", leaf).toBuffer());
        } else {
            exchange.json(200, json(proof, proof.place().get()));
        }
    }

    private static Buffer json(Proof proof, Place place) {
        JsonArray hashes = new JsonArray();
        place.proof().hashes().stream().map(Hash::base64).forEach(hashes::add);
        JsonObject json = new JsonObject()
                .put("leaf", place.leaf().base64())
                .put("index", place.proof().index())
                .put("treeSize", place.proof().size())
                .put("hashes", hashes)
                .put("checkpoint", place.checkpoint());
        switch (proof.kept()) {
            case KeptRecord kept -> {
                if (proof.readable()) {
                    Base64.Encoder base64 = Base64.getEncoder();
                    json.put("record", base64.encodeToString(RecordCodec.encode(kept.record())));
                    json.put("salt", base64.encodeToString(kept.salt()));
                }
            }
            case Tombstone erased -> json.put("erasedAt", Times.text(erased.erasedAt()));
        }
        return json.toBuffer();
    }
}
