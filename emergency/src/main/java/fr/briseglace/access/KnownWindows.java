package fr.briseglace.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.briseglace.cache.Shrouded;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Reason;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The windows a node has seen opened, so that it need not ask before it looks through one again. Only a hint: a window
 * may have been closed elsewhere since, and record-and-verify has the last word. Bounded; forgets what is used least.
 */
public final class KnownWindows {
    /** What a professional can hold one window for. */
    private record Held(
            String professionalId,
            UUID patientId,
            AccessMode mode,
            @Nullable String caseId) {}

    private final Cache<Held, Kept> windows;
    private final Cache<UUID, Kept> byId;

    /** A window as it lies in memory, where nobody can read whose it is, nor what befell them. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on as it is.
    private record Kept(
            UUID id,
            UUID patientId,
            Shrouded about,
            String oid,
            AccessMode mode,
            @Nullable String caseId,
            String professionalId,
            Instant openedAt,
            Instant expiresAt,
            boolean closed,
            byte[] leaf) {
        static Kept of(AccessWindow window) {
            return new Kept(
                    window.id(),
                    window.patientId(),
                    Shrouded.of(about(window).getBytes(StandardCharsets.UTF_8)),
                    window.ins().oid(),
                    window.mode(),
                    window.caseId(),
                    window.professionalId(),
                    window.openedAt(),
                    window.expiresAt(),
                    window.closed(),
                    window.leaf());
        }

        AccessWindow window() {
            String[] lines = new String(about.clear(), StandardCharsets.UTF_8).split("\n", 3);
            Ins ins = new Ins(lines[0], oid);
            Reason reason = lines.length == 1 ? null : new Reason(lines[1], lines.length == 2 ? null : lines[2]);
            return new AccessWindow(
                    id, patientId, ins, mode, caseId, reason, professionalId, openedAt, expiresAt, closed, leaf);
        }

        /** Whose record it is and why it was opened: the matricule, the reason's code and its words, a line each. */
        private static String about(AccessWindow window) {
            Reason reason = window.reason();
            String why =
                    reason == null ? "" : "\n" + reason.code() + (reason.text() == null ? "" : "\n" + reason.text());
            return window.ins().value() + why;
        }

        boolean open(Instant now) {
            return !closed && now.isBefore(expiresAt);
        }
    }

    /**
     * Remembers none yet.
     *
     * @param most how many windows at most, about 500 bytes each
     */
    public KnownWindows(int most) {
        windows = bounded(most);
        byId = bounded(most);
    }

    private static <K> Cache<K, Kept> bounded(int most) {
        return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /** A window that may still be open; null where none is known. */
    @Nullable
    AccessWindow of(String professionalId, UUID patientId, AccessMode mode, @Nullable String caseId, Instant now) {
        Kept window = windows.getIfPresent(new Held(professionalId, patientId, mode, caseId));
        return window != null && window.open(now) ? window.window() : null;
    }

    void opened(AccessWindow window) {
        Kept kept = Kept.of(window);
        windows.put(held(window), kept);
        byId.put(window.id(), kept);
    }

    void ended(AccessWindow window) {
        byId.invalidate(window.id());
        windows.asMap()
                .computeIfPresent(held(window), (held, known) -> known.id().equals(window.id()) ? null : known);
    }

    /** The store's windows; while it is away, those that were seen opened here. */
    public Windows before(Windows store) {
        return id -> store.find(id).recover(away -> {
            Kept window = byId.getIfPresent(id);
            return window == null ? Future.failedFuture(away) : Future.succeededFuture(Optional.of(window.window()));
        });
    }

    private static Held held(AccessWindow window) {
        return new Held(window.professionalId(), window.patientId(), window.mode(), window.caseId());
    }
}
