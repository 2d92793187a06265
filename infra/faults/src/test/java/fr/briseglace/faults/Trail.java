package fr.briseglace.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the store and the mail relay have of one bout, once all is mended and has come to rest.
 *
 * @param records of the bout's cases
 * @param notices of those records
 * @param findings records of which it was found afterwards that the rights of their time forbade them
 * @param usual how many notices an access to each patient writes on a day without faults
 * @param mails how many messages the relay took for each notice
 */
record Trail(
        List<Recorded> records,
        List<Notice> notices,
        Set<UUID> findings,
        Map<UUID, Integer> usual,
        Map<UUID, Integer> mails) {
    /**
     * A record.
     *
     * @param id of the record itself
     * @param access the access that it belongs to
     * @param patient whom it concerns
     * @param kind as the store spells it
     * @param caseId of the request
     * @param degraded whether it was made without the store
     * @param placed whether it has its place in the public log
     */
    record Recorded(UUID id, UUID access, UUID patient, String kind, String caseId, boolean degraded, boolean placed) {}

    /**
     * A notice.
     *
     * @param record what it tells of
     * @param mail whether it leaves as a mail
     * @param state as the store spells it
     */
    record Notice(UUID id, UUID record, boolean mail, String state) {}

    /** Records that open a window. */
    List<Recorded> opened() {
        return records.stream().filter(record -> record.kind().equals("opened")).toList();
    }

    /**
     * By which record somebody was shown a record, by the access that the answer named: an opening, or a look that was to
     * be one and keeps the identifier, because another node had opened for the same key.
     */
    Map<UUID, Recorded> shown() {
        Map<UUID, Recorded> shown = new HashMap<>();
        records.stream().filter(record -> record.kind().equals("read")).forEach(look -> shown.put(look.id(), look));
        opened().forEach(opening -> shown.put(opening.access(), opening));
        return shown;
    }
}
