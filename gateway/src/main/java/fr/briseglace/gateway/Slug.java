package fr.briseglace.gateway;

import fr.briseglace.law.Refusal;

/** Everything that can go wrong for a caller, with its status and its words. */
public enum Slug {
    /** Not JSON, wrong types, unknown or missing fields. */
    MALFORMED("malformed", 400, "Requête mal formée", "Malformed request"),
    /** No token, or one that does not count. */
    UNAUTHENTICATED("unauthenticated", 401, "Authentification requise", "Authentication required"),
    /** The role may not use this mode, search or resource. */
    NOT_ENTITLED("not-entitled", 403, "Non habilité", "Not entitled"),
    /** The patient opposed this mode. */
    OPPOSED("opposed", 403, "Opposition du patient", "Opposed by the patient"),
    /** The patient blocked this professional. */
    BLOCKED("blocked", 403, "Professionnel bloqué par le patient", "Blocked by the patient"),
    /** Emergency access ends with death. */
    PATIENT_DECEASED("patient-deceased", 403, "Patient décédé", "Patient deceased"),
    /** No such patient. */
    PATIENT_UNKNOWN("patient-unknown", 404, "Patient inconnu", "Patient unknown"),
    /** A known patient without a DMP. */
    NO_RECORD("no-record", 404, "Pas de dossier", "No record"),
    /** The DMP is closed. */
    RECORD_CLOSED("record-closed", 403, "Dossier fermé", "Record closed"),
    /** It does not exist or is not this caller's. */
    NOT_FOUND("not-found", 404, "Ressource introuvable", "Not found"),
    /** Several patients match and the request needed one. */
    IDENTITY_AMBIGUOUS("identity-ambiguous", 409, "Identité ambiguë", "Ambiguous identity"),
    /** It was judged before, and differently. */
    ALREADY_REVIEWED("already-reviewed", 409, "Déjà examiné", "Already reviewed"),
    /** The access window expired or was closed. */
    ACCESS_ENDED("access-ended", 410, "Accès terminé", "Access ended"),
    /** The path exists, the method does not. */
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Méthode non permise", "Method not allowed"),
    /** The body is over its limit. */
    TOO_LARGE("too-large", 413, "Requête trop volumineuse", "Request too large"),
    /** The body is not JSON by its own word. */
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", 415, "Type de contenu non pris en charge", "Unsupported media type"),
    /** Matricule, key or authority wrong. */
    INS_INVALID("ins-invalid", 422, "INS invalide", "Invalid INS"),
    /** Breaking the glass without both attestations. */
    ATTESTATION_MISSING("attestation-missing", 422, "Attestation manquante", "Attestation missing"),
    /** Regulation without its case. */
    CASE_MISSING("case-missing", 422, "Numéro d'affaire manquant", "Case missing"),
    /** Breaking the glass without a reason. */
    REASON_MISSING("reason-missing", 422, "Motif manquant", "Reason missing"),
    /** The key was used for another body. */
    IDEMPOTENCY_MISMATCH("idempotency-mismatch", 422, "Clé déjà utilisée", "Key already used"),
    /** It comes too often. */
    RATE_LIMITED("rate-limited", 429, "Trop de requêtes", "Too many requests"),
    /** A fault of ours. */
    INTERNAL("internal", 500, "Erreur interne", "Internal error"),
    /** Too much at once. */
    OVERLOADED("overloaded", 503, "Service saturé", "Overloaded"),
    /** Neither store nor a fresh enough copy. */
    STORE_UNAVAILABLE("store-unavailable", 503, "Dossier momentanément inaccessible", "Record store unavailable");

    private final String word;
    private final int status;
    private final String french;
    private final String english;

    Slug(String word, int status, String french, String english) {
        this.word = word;
        this.status = status;
        this.french = french;
        this.english = english;
    }

    /** The last part of the problem's type. */
    public String word() {
        return word;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Short title in the caller's language. */
    public String title(Tongue tongue) {
        return tongue.pick(french, english);
    }

    /** The problem that a refusal by law is to its caller. */
    public static Slug of(Refusal refusal) {
        return switch (refusal) {
            case NOT_ENTITLED -> NOT_ENTITLED;
            case ATTESTATION_MISSING -> ATTESTATION_MISSING;
            case REASON_MISSING -> REASON_MISSING;
            case CASE_MISSING -> CASE_MISSING;
            case INS_INVALID -> INS_INVALID;
            case PATIENT_UNKNOWN -> PATIENT_UNKNOWN;
            case PATIENT_DECEASED -> PATIENT_DECEASED;
            case NO_RECORD -> NO_RECORD;
            case RECORD_CLOSED -> RECORD_CLOSED;
            case OPPOSED -> OPPOSED;
            case BLOCKED -> BLOCKED;
            case STORE_UNAVAILABLE -> STORE_UNAVAILABLE;
        };
    }
}
