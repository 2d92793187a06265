package fr.briseglace.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The only network the local stack listens on. */
public final class Loopback {
    /** The address servers bind. */
    public static final String HOST = "127.0.0.1";

    private static final int LOWEST = 10_240;
    /** From here on systems give ports to those who call: one of theirs may be in use before a server binds it. */
    private static final int CALLERS = 32_768;

    private static final int TRIES = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Loopback() {}

    /**
     * The port wanted, or one that was free a moment ago where none (0) is: never given before by this process, and
     * never one that the system gives to a caller meanwhile.
     */
    public static int port(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, CALLERS);
            if (free(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port on the loopback interface");
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
