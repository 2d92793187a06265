package fr.briseglace.notice;

import java.util.Arrays;
import java.util.Optional;

/** Why a notice did not go out; a closed list, so that no address or name can slip into what is stored or counted. */
public enum Failure {
    /** No connection to the relay, or it broke. */
    RELAY_UNREACHABLE("relay-unreachable", false),
    /** The relay did not answer in time. */
    RELAY_SILENT("relay-silent", false),
    /** The relay would not take the message now, or not from us. */
    RELAY_REFUSED("relay-refused", false),
    /** The address does not exist, or is not one. */
    ADDRESS_REJECTED("address-rejected", true),
    /** There is no address to write to yet. */
    ADDRESS_MISSING("address-missing", true),
    /** What is stored of the notice cannot be read or put into words. */
    UNREADABLE("unreadable", true);

    private final String code;
    private final boolean lasting;

    Failure(String code, boolean lasting) {
        this.code = code;
        this.lasting = lasting;
    }

    /** The word of the outbox. */
    public String code() {
        return code;
    }

    /** The failure of a word of the outbox; empty where there is none. */
    public static Optional<Failure> of(String code) {
        return Arrays.stream(values())
                .filter(failure -> failure.code.equals(code))
                .findFirst();
    }

    /** Whether trying again is useless until somebody changes something. */
    public boolean lasting() {
        return lasting;
    }
}
