package fr.briseglace.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a node takes of its machine: memory, pauses for garbage, threads, files and sockets, processors. */
final class MachineMeters {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final int KIB = 1_024;

    private final JvmGcMetrics pauses = new JvmGcMetrics();

    MachineMeters(MeterRegistry registry) {
        pauses.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("process.resident.memory", MachineMeters::resident)
                .description("Memory that the process holds, heap and all; not known but on Linux")
                .baseUnit("bytes")
                .register(registry);
    }

    private static @Nullable Number resident() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .map(line -> line.substring(RESIDENT.length()).strip().split(" ", 2)[0])
                    .map(kib -> Long.parseLong(kib) * KIB)
                    .findFirst()
                    .orElse(null);
        } catch (IOException notHere) {
            return null;
        }
    }

    /** Listens no more. */
    Future<Void> close() {
        pauses.close();
        return Future.succeededFuture();
    }
}
