package fr.briseglace.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of leaves to which RFC 6962 gives one hash: a complete subtree, or what lies at the right edge of a tree.
 *
 * @param from its first leaf
 * @param to the leaf behind its last
 */
public record Subtree(long from, long to) {
    /** Refuses runs that are no subtree of any tree. */
    public Subtree {
        if (from < 0 || to <= from || from % smallestPower(to - from) != 0) {
            throw new IllegalArgumentException("no tree has such a subtree");
        }
    }

    /** The largest power of two below a number of leaves, which is where RFC 6962 splits them; at least two leaves. */
    static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private static long smallestPower(long leaves) {
        return leaves == 1 ? 1 : 2 * split(leaves);
    }

    /** The complete subtrees it is made of, from left to right, which is from largest to smallest. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        long at = from;
        while (at < to) {
            int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(to - at);
            nodes.add(new Node(level, at >>> level));
            at += 1L << level;
        }
        return nodes;
    }

    /** Its hash. */
    public Hash hash(Nodes known) {
        List<Node> nodes = nodes();
        Hash hash = known.at(nodes.getLast());
        for (int i = nodes.size() - 2; i >= 0; i--) {
            hash = Hash.node(known.at(nodes.get(i)), hash);
        }
        return hash;
    }
}
