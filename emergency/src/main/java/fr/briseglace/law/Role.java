package fr.briseglace.law;

/** What a caller is to the law, from verified claims only. */
public enum Role {
    /** Profession 10. */
    DOCTOR("doctor"),
    /** Profession 50. */
    MIDWIFE("midwife"),
    /** Profession 60. */
    NURSE("nurse"),
    /** Profession 21. */
    PHARMACIST("pharmacist"),
    /** A health professional of another profession. */
    OTHER_PROFESSIONAL("other-professional"),
    /** Regulation assistant (ARM): announces calls, never opens a record. */
    REGULATION_ASSISTANT("regulation-assistant"),
    /** The holder of a record, or their legal representative. */
    HOLDER("patient"),
    /** Mon espace santé, as a system. */
    PORTAL("portal"),
    /** Reviews accesses. */
    PRIVACY_OFFICER("privacy-officer"),
    /** Runs the service. */
    OPERATOR("operator"),
    /** Known to be somebody, with no role here: administrative and technical staff, a structure alone. */
    NONE("none");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The role as written in records. */
    public String word() {
        return word;
    }

    /** The role of a profession code (TRE_G15-ProfessionSante). */
    public static Role ofProfession(String code) {
        return switch (code) {
            case "10" -> DOCTOR;
            case "21" -> PHARMACIST;
            case "50" -> MIDWIFE;
            case "60" -> NURSE;
            default -> OTHER_PROFESSIONAL;
        };
    }

    /** The role that a record's word stands for; {@link #NONE} for an unknown word. */
    public static Role ofWord(String word) {
        for (Role role : values()) {
            if (role.word.equals(word)) {
                return role;
            }
        }
        return NONE;
    }
}
