package fr.briseglace.local.demo;

import fr.briseglace.local.Loopback;
import fr.briseglace.local.idp.IdentityProvider;

/**
 * Where a local stack listens, on loopback.
 *
 * @param api the gateway's public API
 * @param operations the gateway's operations
 * @param identities the identity provider and the mail sink's messages
 */
public record Ports(int api, int operations, int identities) {
    /** Where the contract puts them. */
    public static final Ports USUAL = new Ports(8443, 9090, IdentityProvider.USUAL_PORT);

    /** Ports that were free a moment ago. */
    public static Ports free() {
        return new Ports(Loopback.port(0), Loopback.port(0), Loopback.port(0));
    }
}
