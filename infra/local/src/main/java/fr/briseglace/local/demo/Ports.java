package fr.briseglace.local.demo;

import fr.briseglace.local.Loopback;
import fr.briseglace.local.idp.IdentityProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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

    /** The first of them that somebody else listens on; empty where all are free. */
    OptionalInt taken() {
        return IntStream.of(api, operations, identities)
                .filter(port -> !free(port))
                .findFirst();
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
