package fr.briseglace.faults;

import java.util.List;
import java.util.Set;

/**
 * What the clients of one bout wrote down themselves.
 *
 * @param asked every request, answered or not
 * @param opposed when who was opposed
 * @param undecided numbers of the patients whose rights changed meanwhile
 * @param faultFrom when the fault was made, in nanoseconds of the clients' clock
 * @param faultUntil when it was mended
 */
record ClientLog(List<Asked> asked, List<Opposed> opposed, Set<Integer> undecided, long faultFrom, long faultUntil) {
    /** Requests about patients whose rights nobody touched. */
    List<Asked> steady() {
        return asked.stream().filter(one -> !undecided.contains(one.patient())).toList();
    }
}
