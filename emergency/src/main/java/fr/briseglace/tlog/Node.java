package fr.briseglace.tlog;

/**
 * Where a complete subtree stands.
 *
 * @param level it has 2<sup>level</sup> leaves; 0 to 62
 * @param index how many complete subtrees of its level stand to the left of it
 */
public record Node(int level, long index) {
    /** Refuses what no tree has. */
    public Node {
        if (level < 0 || level > 62 || index < 0) {
            throw new IllegalArgumentException("no tree has such a node");
        }
    }
}
