package fr.briseglace.notice;

import java.util.UUID;

/**
 * A notice ready to go out.
 *
 * @param noticeId the notice's id: the same at every attempt, so that a relay or mailbox can tell a repetition
 * @param address where to, in the form of the channel
 * @param words what it says
 */
public record Message(UUID noticeId, String address, Words words) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Message[" + noticeId + "]";
    }
}
