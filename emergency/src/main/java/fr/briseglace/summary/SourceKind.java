package fr.briseglace.summary;

/** Who stands behind a document. */
public enum SourceKind {
    /** A health professional. */
    PROFESSIONAL("professional"),
    /** The patient, or someone for them. */
    PATIENT("patient"),
    /** Health insurance. */
    INSURER("insurer");

    private final String jsonName;

    SourceKind(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The name in the public answer and in the store. */
    public String jsonName() {
        return jsonName;
    }
}
