package fr.briseglace.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void portThatSomebodyListensOnIsNamed() throws IOException {
        Ports ports = Ports.free();
        assertThat(ports.taken()).isEmpty();
        try (ServerSocket somebody = new ServerSocket(ports.operations(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.taken()).hasValue(somebody.getLocalPort());
        }
        assertThat(ports.taken()).isEmpty();
    }
}
