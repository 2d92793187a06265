package fr.briseglace.oversight;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** Which reviews somebody is still to be written about. */
public interface ReviewPost {
    /** Those that the privacy officer has not been written about, oldest first. */
    Future<List<UUID>> untold(int most);

    /** Notes that the privacy officer was written about these. */
    Future<Void> told(List<UUID> reviews);

    /** Those that nobody judged in time, and that nobody else has been written about. */
    Future<List<UUID>> overdue(int most);

    /** Notes that somebody else was written about these. */
    Future<Void> escalated(List<UUID> reviews);
}
