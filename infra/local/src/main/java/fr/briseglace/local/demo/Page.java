package fr.briseglace.local.demo;

import fr.briseglace.local.mail.SunkMail;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the demo prints: the access in words that a newcomer understands, and how to do it again. */
public final class Page {
    private static final int WIDTH = 78;
    private static final int MOST_LINES = 6;

    private final LocalStack stack;
    private final FirstAccess.Seen seen;
    private final StringBuilder text = new StringBuilder();

    private Page(LocalStack stack, FirstAccess.Seen seen) {
        this.stack = stack;
        this.seen = seen;
    }

    /**
     * The page.
     *
     * @param start how long it took to serve
     */
    public static String of(LocalStack stack, FirstAccess.Seen seen, Duration start) {
        return new Page(stack, seen).write(start);
    }

    private String write(Duration start) {
        Ports ports = stack.options().ports();
        title("Brise-glace is serving (started in %.1f s)".formatted(start.toMillis() / 1000.0));
        line("API          https://localhost:%d   client certificates in %s".formatted(ports.api(), shown("pki")));
        line("Operations   http://localhost:%d/health/ready and /metrics".formatted(ports.operations()));
        line("Identities   http://localhost:%d   tokens, and the mail sink at /mailbox?to=ADDRESS"
                .formatted(ports.identities()));
        line("Patients     " + patients());
        asked();
        answered();
        trace();
        told();
        again();
        return text.toString();
    }

    private String patients() {
        DocumentImport.Imported imported = stack.imported();
        String synthetic =
                "%d synthetic, ordinary ones in %s".formatted(stack.options().patients(), shown("ins.txt"));
        if (imported == null) {
            return synthetic;
        }
        String rejected =
                imported.rejected().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
        return synthetic
                + "; %d documents imported".formatted(imported.accepted())
                + (rejected.isEmpty() ? "" : ", rejected: " + rejected);
    }

    private void asked() {
        title("1. What was asked");
        line("A regulating doctor of SAMU 44 takes a call about somebody unconscious and asks");
        line("for the record of %s %s, born %s, by the law's way for"
                .formatted(
                        seen.patient().identity().givenNames().getFirst(),
                        seen.patient().identity().birthName(),
                        seen.patient().identity().birthDate()));
        line("centre 15 (CSP L.1111-17 I al. 2). The person does not exist.");
    }

    private void answered() {
        title("2. What the doctor reads first (status %d, %d ms, cold)".formatted(seen.status(), seen.millis()));
        JsonArray vital = seen.vital();
        if (vital.isEmpty()) {
            line("No vital strip came: " + seen.answer().getString("detail", "the answer has none."));
        }
        for (int i = 0; i < vital.size(); i++) {
            JsonObject entry = vital.getJsonObject(i);
            line("!! %-28s %s".formatted(entry.getString("flag").toUpperCase(Locale.ROOT), entry.getString("label")));
        }
        JsonObject summary = seen.answer().getJsonObject("summary");
        if (summary != null) {
            line("Below it: %d of 22 sections hold something, from %d documents."
                    .formatted(
                            recorded(summary), summary.getJsonArray("sources").size()));
        }
    }

    private static long recorded(JsonObject summary) {
        return summary.getJsonObject("sections").stream()
                .filter(section ->
                        ((JsonObject) section.getValue()).getString("state").equals("recorded"))
                .count();
    }

    private void trace() {
        title("3. The trace, durable before the answer left");
        JsonObject trace = seen.answer().getJsonObject("trace");
        line("access   " + seen.answer().getString("id", "none"));
        line("window   until " + seen.answer().getString("expiresAt", "none"));
        line("leaf     " + (trace == null ? "none" : trace.getString("leaf")));
        line("journal  " + (seen.journalled() ? "the patient's own journal shows it" : "DOES NOT SHOW IT"));
    }

    private void told() {
        title("4. Who was told");
        mail("the patient", seen.toPatient());
        mail("the GP", seen.toGp());
    }

    private void mail(String who, @Nullable SunkMail mail) {
        if (mail == null) {
            line("NO NOTICE reached " + who + " in time.");
            return;
        }
        line("To %s, %s".formatted(who, mail.to()));
        line("  Subject: " + mail.subject());
        mail.text().lines().filter(words -> !words.isBlank()).limit(MOST_LINES).forEach(words -> line("  | " + words));
        line("");
    }

    private void again() {
        title("5. Do it again");
        line("curl --cacert %s \\".formatted(shown("pki/ca.pem")));
        line("  --cert %s --key %s \\".formatted(shown("pki/samu44.pem"), shown("pki/samu44.key")));
        line("  -H \"Authorization: Bearer $(./brise-glace token regulateur)\" \\");
        line("  -H 'Content-Type: application/json' \\");
        line("  -d '%s' \\".formatted(seen.request().encode()));
        line("  https://localhost:%d/v1/emergency-accesses"
                .formatted(stack.options().ports().api()));
        text.append('\n');
        line(
                seen.complete()
                        ? "All of this really happened."
                        : "NOT ALL OF THIS HAPPENED: see what is written in capitals above.");
        if (!stack.options().once()) {
            line("Serving until interrupted (Ctrl-C).");
        }
    }

    private String shown(String name) {
        return stack.options().home().resolve(Path.of(name)).toString();
    }

    private void title(String words) {
        text.append('\n').append(words).append('\n').append("─".repeat(WIDTH)).append('\n');
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
