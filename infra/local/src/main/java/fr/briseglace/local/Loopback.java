package fr.briseglace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The only network the local stack listens on. */
public final class Loopback {
    /** The address servers bind. */
    public static final String HOST = "127.0.0.1";

    private Loopback() {}

    /** The port wanted, or one that was free a moment ago where none (0) is. */
    public static int port(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }
}
