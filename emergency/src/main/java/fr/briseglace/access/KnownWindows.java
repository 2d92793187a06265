package fr.briseglace.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.briseglace.law.AccessMode;
import io.vertx.core.Future;
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

    private final Cache<Held, AccessWindow> windows;
    private final Cache<UUID, AccessWindow> byId;

    /**
     * Remembers none yet.
     *
     * @param most how many windows at most, about 500 bytes each
     */
    public KnownWindows(int most) {
        windows = bounded(most);
        byId = bounded(most);
    }

    private static <K> Cache<K, AccessWindow> bounded(int most) {
        return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /** A window that may still be open; null where none is known. */
    @Nullable
    AccessWindow of(String professionalId, UUID patientId, AccessMode mode, @Nullable String caseId, Instant now) {
        AccessWindow window = windows.getIfPresent(new Held(professionalId, patientId, mode, caseId));
        return window == null || window.open(now) ? window : null;
    }

    void opened(AccessWindow window) {
        windows.put(held(window), window);
        byId.put(window.id(), window);
    }

    void ended(AccessWindow window) {
        byId.invalidate(window.id());
        windows.asMap()
                .computeIfPresent(held(window), (held, known) -> known.id().equals(window.id()) ? null : known);
    }

    /** The store's windows; while it is away, those that were seen opened here. */
    public Windows before(Windows store) {
        return id -> store.find(id).recover(away -> {
            AccessWindow window = byId.getIfPresent(id);
            return window == null ? Future.failedFuture(away) : Future.succeededFuture(Optional.of(window));
        });
    }

    private static Held held(AccessWindow window) {
        return new Held(window.professionalId(), window.patientId(), window.mode(), window.caseId());
    }
}
