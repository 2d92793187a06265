package fr.briseglace.store;

import fr.briseglace.identity.TimeUuid;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * When the record of an identifier was made, to the day: identifiers carry their time, so that a look-up reads the one
 * or two months that it can concern and not all there are.
 *
 * @param from inclusive
 * @param to exclusive
 */
record MonthSpan(OffsetDateTime from, OffsetDateTime to) {
    private static final Duration MARGIN = Duration.ofDays(1);

    static MonthSpan around(UUID id) {
        OffsetDateTime made = TimeUuid.moment(id).atOffset(ZoneOffset.UTC);
        return new MonthSpan(made.minus(MARGIN), made.plus(MARGIN));
    }
}
