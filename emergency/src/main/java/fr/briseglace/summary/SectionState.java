package fr.briseglace.summary;

/** What is known about a whole section. */
public enum SectionState {
    /** There are items. */
    RECORDED("recorded"),
    /** A source says expressly that there is none. */
    DECLARED_NONE("declared-none"),
    /** Silence, which is never "none". */
    NOT_RECORDED("not-recorded"),
    /** Could not be asked. */
    UNAVAILABLE("unavailable");

    private final String jsonName;

    SectionState(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The name in the public answer. */
    public String jsonName() {
        return jsonName;
    }
}
