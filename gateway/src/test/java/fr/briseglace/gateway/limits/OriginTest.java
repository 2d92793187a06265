package fr.briseglace.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class OriginTest {
    private static String of(String address) {
        return Origin.of(SocketAddress.inetSocketAddress(443, address));
    }

    @Test
    void everyIpv4AddressIsItsOwn() {
        assertThat(of("192.0.2.1")).isNotEqualTo(of("192.0.2.2"));
    }

    @Test
    void addressesOfOneIpv6NetworkAreOne() {
        assertThat(of("2001:db8:1:2::1")).isEqualTo(of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertThat(of("2001:db8:1:2::1")).isNotEqualTo(of("2001:db8:1:3::1"));
    }

    @Test
    void portPlaysNoPart() {
        assertThat(Origin.of(SocketAddress.inetSocketAddress(1, "192.0.2.1")))
                .isEqualTo(Origin.of(SocketAddress.inetSocketAddress(2, "192.0.2.1")));
    }
}
