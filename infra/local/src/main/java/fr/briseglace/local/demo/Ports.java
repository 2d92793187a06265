package fr.briseglace.local.demo;

/** Where the local stack listens, on loopback. */
final class Ports {
    /** The gateway's public API. */
    static final int PUBLIC = 8443;

    /** The gateway's operations. */
    static final int OPERATIONS = 9090;

    private Ports() {}
}
