package fr.briseglace.law;

import org.jspecify.annotations.Nullable;

/** The two ways the law opens a record in an emergency (CSP L.1111-17 I; codes of TRE_R248-ModeAcces). */
public enum AccessMode {
    /** The regulating doctor of the centre that receives a call about a person (CSP L.1111-17 I al. 2). */
    CENTRE_15("centre_15"),
    /** A professional facing a person unable to express their will and in immediate risk (CSP L.1111-17 I al. 1). */
    BRIS_DE_GLACE("bris_de_glace");

    private final String code;

    AccessMode(String code) {
        this.code = code;
    }

    /** The code of the national terminology, as in requests and records. */
    public String code() {
        return code;
    }

    /** The mode of a code, or null where there is none. */
    public static @Nullable AccessMode of(String code) {
        return switch (code) {
            case "centre_15" -> CENTRE_15;
            case "bris_de_glace" -> BRIS_DE_GLACE;
            default -> null;
        };
    }
}
