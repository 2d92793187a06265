package fr.briseglace.faults;

import java.io.IOException;
import java.util.stream.Stream;

/** Signals to processes that the tests have started themselves. */
final class Signals {
    private Signals() {}

    /** To a process alone. */
    static void send(String signal, ProcessHandle process) throws IOException {
        send(signal, Stream.of(process));
    }

    /** To a process and all that it has started. */
    static void sendToAll(String signal, ProcessHandle process) throws IOException {
        send(signal, Stream.concat(Stream.of(process), process.descendants()));
    }

    private static void send(String signal, Stream<ProcessHandle> processes) throws IOException {
        for (ProcessHandle process : processes.toList()) {
            try {
                new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
