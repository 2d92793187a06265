package fr.briseglace.gateway.limits;

import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as its sender cannot choose: an IPv4 address, or the network of an IPv6 one. */
final class Origin {
    /** Whoever has an IPv6 network has all the 2^64 addresses in it. */
    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    static String of(SocketAddress from) {
        String address = from.hostAddress();
        if (address == null) {
            return "here";
        }
        return address.indexOf(':') < 0 ? address : network(address);
    }

    private static String network(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address.getHostAddress();
        } catch (UnknownHostException noLiteral) {
            return literal;
        }
    }
}
