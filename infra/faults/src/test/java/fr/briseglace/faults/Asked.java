package fr.briseglace.faults;

import java.util.Optional;
import java.util.UUID;

/**
 * One request to open a record, as the client that sent it wrote it down.
 *
 * @param caseId of this request alone
 * @param patient number of the patient among those asked for
 * @param due when it had to be sent, in nanoseconds of the client's own clock
 * @param sent when it was first sent
 * @param done when it was answered or given up
 * @param answer what came back; empty where nothing did
 * @param failure why the last try was not answered, in words of the client; empty where it was
 * @param turnedAway how often there was no place for it at first
 */
record Asked(
        String caseId,
        int patient,
        long due,
        long sent,
        long done,
        Optional<Answer> answer,
        String failure,
        int turnedAway) {
    /**
     * An answer.
     *
     * @param status of HTTP
     * @param access id of the access or of the recorded refusal; empty where there is none
     * @param slug which problem it is; empty where it is none
     * @param degraded whether it was given without the store
     */
    record Answer(int status, Optional<UUID> access, String slug, boolean degraded) {}

    /** Whether a record was shown. */
    boolean disclosed() {
        return status() == 200 || status() == 201;
    }

    /** Status of HTTP; 0 where nothing came back. */
    int status() {
        return answer.map(Answer::status).orElse(0);
    }

    /** From when it had to be sent: what the client lost by sending it late counts as well. */
    long nanos() {
        return done - due;
    }
}
