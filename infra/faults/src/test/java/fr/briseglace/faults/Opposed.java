package fr.briseglace.faults;

/**
 * A time during which a patient was certainly opposed: from the answer that said so to the request that lifted it.
 *
 * @param patient number of the patient among those asked for
 * @param from nanoseconds of the client's clock
 * @param until likewise; {@link Long#MAX_VALUE} where it was not lifted
 */
record Opposed(int patient, long from, long until) {
    /** Whether the whole of a request, from its sending to its answer, lies in that time. */
    boolean covers(Asked asked) {
        return asked.patient() == patient && asked.sent() >= from && asked.done() <= until;
    }
}
