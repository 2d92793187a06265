package fr.briseglace.gateway.overload;

/**
 * Who may be under way under a limit. A request may where it and all that is at least as urgent stay within its share of
 * the limit: what is less urgent never counts against it, so no emergency access is turned away for what a search or a
 * console holds, and all together hold at most the sum of the shares. Each partition keeps one place, so that none comes
 * to a standstill.
 */
final class Places {
    private final int[] taken = new int[Partition.values().length];

    /** Takes a place, if there is one under this limit. */
    boolean take(Partition partition, int limit) {
        if (!left(partition, limit)) {
            return false;
        }
        taken[partition.rank()]++;
        return true;
    }

    /** Whether there is a place under this limit. */
    boolean left(Partition partition, int limit) {
        return taken[partition.rank()] == 0 || asUrgent(partition) < (int) (limit * partition.share());
    }

    /** Gives one back that was taken. */
    void giveBack(Partition partition) {
        taken[partition.rank()]--;
    }

    /** How many a partition has. */
    int taken(Partition partition) {
        return taken[partition.rank()];
    }

    private int asUrgent(Partition partition) {
        int sum = 0;
        for (int i = 0; i <= partition.rank(); i++) {
            sum += taken[i];
        }
        return sum;
    }
}
