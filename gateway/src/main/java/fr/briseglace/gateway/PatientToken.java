package fr.briseglace.gateway;

import fr.briseglace.gateway.Problem.BodyError;
import fr.briseglace.gateway.Problem.Words;
import fr.briseglace.identity.Ins;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patient that a FHIR search is about, by {@code patient.identifier}.
 *
 * @param ins as it is claimed to be
 */
record PatientToken(Ins ins) {
    private static final String NAME = "patient.identifier";
    private static final String OID = "urn:oid:";
    private static final Problem NOT_FOUND =
            Problem.of(Slug.NOT_FOUND, "Cette ressource n'existe pas.", "This resource does not exist.");

    /**
     * The patient of a request.
     *
     * @throws ProblemException {@code malformed} where it names none, {@code not-found} where it can be nobody's
     */
    static PatientToken of(Exchange exchange) {
        String token = exchange.query(NAME);
        if (token == null) {
            throw new ProblemException(Problem.malformed(List.of(new BodyError(
                    "/" + NAME, new Words("ce paramètre est obligatoire", "this parameter is required")))));
        }
        int bar = token.indexOf('|');
        if (Ins.read(token.substring(bar + 1), token.substring(OID.length(), bar)) instanceof Ins ins) {
            return new PatientToken(ins);
        }
        throw new ProblemException(NOT_FOUND);
    }

    /** A search for the same patient, where it found that page. */
    String search(String path, @Nullable String cursor) {
        String token = OID + ins.oid() + "|" + ins.value();
        return path + "?" + NAME + "=" + URLEncoder.encode(token, StandardCharsets.UTF_8)
                + (cursor == null ? "" : "&cursor=" + cursor);
    }
}
