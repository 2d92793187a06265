package fr.briseglace.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A cable to a server on this machine that can be cut, held, lost, garbled, and plugged in again. */
public final class Cable implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final int server;
    private final ServerSocket plug;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> dead = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private volatile UnaryOperator<byte[]> answers = UnaryOperator.identity();
    private volatile boolean cut;
    private boolean held;

    /** A cable to a port. */
    public Cable(int server) {
        try {
            this.server = server;
            this.plug = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** The port at this end. */
    public int port() {
        return plug.getLocalPort();
    }

    /** Cuts it: whatever goes through it ends, and nobody gets through. */
    public void cut() {
        cut = true;
        open.forEach(Cable::close);
    }

    /** Holds it: nothing comes through, and nobody is told. */
    public void hold() {
        synchronized (gate) {
            held = true;
        }
    }

    /** Plugs it in again; what was held comes through now. */
    public void mend() {
        synchronized (gate) {
            held = false;
            gate.notifyAll();
        }
        cut = false;
    }

    /** What is open by now is dead, and neither end is told, as when the server's machine is gone; new ones get through. */
    public void lose() {
        dead.addAll(open);
    }

    /** Whatever the server says from now on comes through as this makes it. */
    public void garble(UnaryOperator<byte[]> noise) {
        answers = noise;
    }

    private void accept() {
        while (!plug.isClosed()) {
            try {
                Socket near = plug.accept();
                if (cut) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(near);
                open.add(far);
                Thread.ofPlatform().daemon().start(() -> carry(near, far, false));
                Thread.ofPlatform().daemon().start(() -> carry(far, near, true));
            } catch (IOException ended) {
                // The plug is closed, or the server is away: the next one tries again.
            }
        }
    }

    private void carry(Socket from, Socket to, boolean answer) {
        byte[] bytes = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                pass();
                if (!dead.contains(from)) {
                    byte[] said = Arrays.copyOf(bytes, count);
                    out.write(answer ? answers.apply(said) : said);
                }
            }
        } catch (IOException | InterruptedException ended) {
            // Either end hung up, or the cable was cut.
        } finally {
            open.remove(from);
            open.remove(to);
            dead.remove(from);
            dead.remove(to);
        }
    }

    private void pass() throws InterruptedException {
        synchronized (gate) {
            while (held) {
                gate.wait();
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        mend();
        try {
            plug.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(Cable::close);
    }
}
