package fr.briseglace.oversight;

/** Why something has to be looked at. */
public enum Ground {
    /** The glass was broken: every such access is reviewed. */
    BREAK_GLASS("break-glass"),
    /** Drawn: one regulation in twenty. */
    SAMPLE("sample"),
    /** One professional opened the records of many distinct patients in an hour. */
    MANY_PATIENTS("many-patients"),
    /** Many professionals opened the record of one patient in an hour. */
    MANY_PROFESSIONALS("many-professionals"),
    /** The patient bears the professional's own surname. */
    SAME_NAME("same-name"),
    /** The patient lives where the professional lives. */
    SAME_ADDRESS("same-address"),
    /** The patient is flagged sensitive, such as a public figure. */
    SENSITIVE_PATIENT("sensitive-patient"),
    /** A regulation of a case that the hub has not announced, though it announces cases. */
    NO_CASE("no-case"),
    /** Many searches of one professional in an hour that found several patients. */
    AMBIGUOUS_SEARCHES("ambiguous-searches"),
    /** An attempt was refused by law; it is an offence in itself (CSP L.1110-4 V). */
    REFUSED("refused"),
    /** Many attempts of one professional in an hour failed, be it by mere slips. */
    MANY_REFUSALS("many-refusals"),
    /** The record was opened right after a refusal in the other mode. */
    OTHER_MODE("other-mode"),
    /** A limit was used to the part at which nothing is refused but somebody should look. */
    LIMIT("limit"),
    /** Limits were raised in a mass casualty. */
    SURGE("surge"),
    /** Disclosed during an outage though rights that were not known forbade it. */
    OUTAGE("outage");

    private final String word;

    Ground(String word) {
        this.word = word;
    }

    /** The ground as stored and shown. */
    public String word() {
        return word;
    }
}
