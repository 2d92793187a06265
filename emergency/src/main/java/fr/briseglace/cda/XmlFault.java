package fr.briseglace.cda;

/** Carries a fault out of the parser; has no stack trace, no message and no cause, so nothing of the content. */
final class XmlFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final CdaFault fault;

    XmlFault(CdaFault fault) {
        super(null, null, false, false);
        this.fault = fault;
    }

    CdaFault fault() {
        return fault;
    }
}
