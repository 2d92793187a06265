package fr.briseglace.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of all bouts, written anew after each: {@code target/fault-matrix.md}. */
final class Report {
    private static final Path FILE = Path.of("target", "fault-matrix.md");
    private static final List<String> ROWS = new ArrayList<>();

    private Report() {}

    static synchronized void add(Bout.Findings found) throws IOException {
        StringBuilder row = new StringBuilder("| ").append(found.name());
        row.append(" | ").append(found.log().asked().size());
        row.append(" | ").append(String.format(Locale.ROOT, "%.2f %%", 100 * found.availability()));
        row.append(" | ").append(found.turnedAway());
        row.append(" | ").append(found.degraded());
        row.append(" | ").append(times(found.log()));
        for (Promise promise : Promises.all()) {
            row.append(" | ").append(promise.broken(found.log(), found.trail()).size());
        }
        row.append(" | ").append(Promises.foundAfterwards(found.trail()));
        row.append(" | ").append(mailsTwice(found.trail())).append(" |\n");
        ROWS.add(row.toString());
        Files.createDirectories(FILE.toAbsolutePath().getParent());
        Files.writeString(FILE, head() + String.join("", ROWS));
    }

    private static String head() {
        List<String> columns = new ArrayList<>(List.of(
                "fault",
                "requests",
                "answered, warm",
                "told to wait first",
                "without the store",
                "p50, p99, longest in ms"));
        Promises.all().forEach(promise -> columns.add(promise.name()));
        columns.addAll(List.of("found afterwards", "mails twice"));
        return "| " + String.join(" | ", columns) + " |\n|" + "---|".repeat(columns.size()) + "\n";
    }

    /** Of requests that had to be sent while the fault lasted. */
    private static String times(ClientLog log) {
        long[] nanos = log.steady().stream()
                .filter(one -> one.due() >= log.faultFrom() && one.due() <= log.faultUntil())
                .mapToLong(Asked::nanos)
                .sorted()
                .toArray();
        return nanos.length == 0 ? "" : at(nanos, 0.5) + ", " + at(nanos, 0.99) + ", " + at(nanos, 1);
    }

    private static String at(long[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return String.format(Locale.ROOT, "%.1f", sorted[Math.max(0, index)] / 1e6);
    }

    private static long mailsTwice(Trail trail) {
        return trail.notices().stream()
                .filter(notice -> trail.mails().getOrDefault(notice.id(), 0) > 1)
                .count();
    }
}
