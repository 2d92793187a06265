package fr.briseglace.faults;

import java.io.IOException;
import java.util.stream.Stream;

/** Signals to processes that the tests have started themselves, and what else the operating system does to them. */
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
            run("kill", "-" + signal, Long.toString(process.pid()));
        }
    }

    /** Runs a command of the operating system, of which nobody asks what came of it. */
    static void run(String... command) throws IOException {
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
