package fr.briseglace.oversight;

import fr.briseglace.trail.KeptRecord;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where reviews are kept. Each answer comes after its record is durable. */
public interface ReviewStore {
    /**
     * What is to be judged, longest due first.
     *
     * @param investigated those under investigation instead of those that nobody has judged
     * @param after only what comes behind this one; null for the first
     * @param limit how many at most
     * @param record the record of what is shown, to be kept with it
     */
    Future<List<Review>> queue(
            boolean investigated, @Nullable UUID after, int limit, Function<List<Review>, KeptRecord> record);

    /**
     * Judges one: where it is not settled yet, and only once its record is kept.
     *
     * @param record the record of judging that review
     */
    Future<Judged> judge(UUID id, Review.Answer answer, Function<Review, KeptRecord> record);
}
