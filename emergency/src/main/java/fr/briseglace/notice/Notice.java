package fr.briseglace.notice;

import java.time.Duration;
import java.util.UUID;

/**
 * A notice that was claimed and is due.
 *
 * @param key which one
 * @param channel how its recipient is reached
 * @param address where
 * @param audience who reads it
 * @param facts what it may say
 * @param attempts how often it was claimed, this time included; from 1
 * @param age since its record was made, by the store's clock
 */
public record Notice(
        Key key, Channel channel, String address, Audience audience, NoticeFacts facts, int attempts, Duration age) {

    /**
     * What identifies a notice in the store.
     *
     * @param patientId the patient's id of ours, which the store is distributed by
     * @param noticeId the notice's own id
     */
    public record Key(UUID patientId, UUID noticeId) {}

    /** Says nothing of the persons. */
    @Override
    public String toString() {
        return "Notice[" + key.noticeId() + ", " + channel + "]";
    }
}
