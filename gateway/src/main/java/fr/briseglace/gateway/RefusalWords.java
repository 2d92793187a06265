package fr.briseglace.gateway;

import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.gateway.Problem.Words;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.InsReading;
import fr.briseglace.law.Refusal;

/** What a refusal says to its caller. */
final class RefusalWords {
    private RefusalWords() {}

    static Problem problem(Shut<?> shut) {
        Words words =
                switch (shut.refusal()) {
                    case NOT_ENTITLED ->
                        new Words(
                                "Votre rôle ne permet pas ce mode d'accès (CSP L.1111-17, L.1111-18). La tentative est enregistrée.",
                                "Your role may not use this mode of access (CSP L.1111-17, L.1111-18). The attempt is recorded.");
                    case ATTESTATION_MISSING ->
                        new Words(
                                "Le bris de glace exige d'attester que la personne ne peut exprimer sa volonté et que sa santé est en danger immédiat.",
                                "Breaking the glass requires both attestations: unable to consent, and immediate risk.");
                    case REASON_MISSING ->
                        new Words(
                                "Le bris de glace exige un motif : code et texte de 3 à 500 caractères.",
                                "Breaking the glass requires a reason: a code and a text of 3 to 500 characters.");
                    case CASE_MISSING ->
                        new Words("La régulation exige le numéro d'affaire.", "Regulation requires the case id.");
                    case INS_INVALID -> insFault(shut.patient());
                    case PATIENT_UNKNOWN ->
                        new Words("Aucun patient ne porte cet identifiant.", "No patient has this identifier.");
                    case PATIENT_DECEASED ->
                        new Words("L'accès en urgence prend fin avec le décès.", "Emergency access ends with death.");
                    case NO_RECORD ->
                        new Words(
                                "Ce patient n'a pas de dossier médical partagé.",
                                "This patient has no shared medical record.");
                    case RECORD_CLOSED ->
                        new Words(
                                "Le dossier est fermé : il n'est communiqué à personne (CSP R.1111-32).",
                                "The record is closed: it is served to nobody (CSP R.1111-32).");
                    case OPPOSED ->
                        new Words(
                                "Le patient s'est opposé à ce mode d'accès.",
                                "The patient opposed this mode of access.");
                    case BLOCKED ->
                        new Words(
                                "Le patient a bloqué votre accès (CSP R.1111-41). La tentative est enregistrée.",
                                "The patient blocked your access (CSP R.1111-41). The attempt is recorded.");
                    case STORE_UNAVAILABLE ->
                        new Words(
                                "Le dossier ne peut être lu pour le moment. Réessayez.",
                                "The record cannot be read for the moment. Try again.");
                };
        return Problem.of(slug(shut), words.french(), words.english()).recordedAs(shut.id());
    }

    /** A candidate that does not count is like any other resource that is not this caller's. */
    private static Slug slug(Shut<?> shut) {
        boolean candidate = shut.refusal() == Refusal.INS_INVALID && shut.patient() == InsFault.CANDIDATE;
        return candidate ? Slug.NOT_FOUND : Slug.of(shut.refusal());
    }

    private static Words insFault(InsReading reading) {
        if (!(reading instanceof InsFault fault)) {
            throw new IllegalStateException("refused as an invalid INS, which it is not");
        }
        return switch (fault) {
            case AUTHORITY ->
                new Words(
                        "L'OID n'est pas celui d'une autorité d'affectation de l'INS.",
                        "The OID is not that of an assigning authority of the INS.");
            case LENGTH ->
                new Words(
                        "Le matricule doit compter 15 caractères, clé comprise.",
                        "The matricule must have 15 characters, key included.");
            case CHARACTERS ->
                new Words(
                        "Le matricule contient des caractères non admis.",
                        "The matricule has characters that are not allowed.");
            case SEX ->
                new Words("Le premier chiffre du matricule est faux.", "The first digit of the matricule is wrong.");
            case MONTH -> new Words("Le mois du matricule est faux.", "The month of the matricule is wrong.");
            case KEY -> new Words("La clé du matricule est fausse.", "The key of the matricule is wrong.");
            case DATAMATRIX ->
                new Words(
                        "Le contenu n'est pas celui d'un datamatrix INS.",
                        "The content is not that of an INS datamatrix.");
            case CANDIDATE ->
                new Words(
                        "Ce candidat n'existe pas ou n'est plus valable : refaites la recherche.",
                        "This candidate does not exist or is no longer valid: search again.");
        };
    }
}
