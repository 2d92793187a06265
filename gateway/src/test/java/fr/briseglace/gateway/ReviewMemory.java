package fr.briseglace.gateway;

import fr.briseglace.law.AccessMode;
import fr.briseglace.oversight.Judged;
import fr.briseglace.oversight.Review;
import fr.briseglace.oversight.ReviewStore;
import fr.briseglace.trail.KeptRecord;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reviews in memory: what is to be judged, and what was recorded of the officer. */
final class ReviewMemory implements ReviewStore {
    static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000009");

    final List<KeptRecord> records = new CopyOnWriteArrayList<>();
    volatile List<Review> waiting = List.of();
    volatile boolean settled;

    static Review review(UUID id) {
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        return new Review(
                id,
                "access",
                at,
                new UUID(1, 1),
                List.of("break-glass", "same-name"),
                at.plusSeconds(7 * 86_400),
                true,
                new Review.Facts(
                        "opened",
                        id,
                        AccessMode.BRIS_DE_GLACE,
                        new Review.Professional("810001234567", "Anne <b>REGUL</b>", "doctor"),
                        "1440000001",
                        "SAMU 44",
                        null,
                        "shock",
                        "collapsus",
                        null,
                        null),
                null);
    }

    @Override
    public Future<List<Review>> queue(
            boolean investigated, @Nullable UUID after, int limit, Function<List<Review>, KeptRecord> record) {
        List<Review> page =
                investigated ? List.of() : waiting.stream().limit(limit).toList();
        records.add(record.apply(page));
        return Future.succeededFuture(page);
    }

    @Override
    public Future<Judged> judge(UUID id, Review.Answer answer, Function<Review, KeptRecord> record) {
        if (!id.equals(ID)) {
            return Future.succeededFuture(new Judged.Unknown());
        }
        if (settled) {
            return Future.succeededFuture(new Judged.Settled());
        }
        records.add(record.apply(review(id)));
        return Future.succeededFuture(new Judged.Kept(review(id)));
    }
}
