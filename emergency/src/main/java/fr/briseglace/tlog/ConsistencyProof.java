package fr.briseglace.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * What shows that a tree begins with all that an earlier one had (RFC 6962, 2.1.2).
 *
 * @param from size of the earlier tree, leaves
 * @param to size of the later one
 * @param hashes of the subtrees that both roots are made of
 */
public record ConsistencyProof(long from, long to, List<Hash> hashes) {
    /** Copies the list. Anything may stand here: whether it proves something is for {@link #holds} to say. */
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** The proof between two sizes of a tree whose subtrees are known. */
    public static ConsistencyProof of(long from, long to, Nodes known) {
        return new ConsistencyProof(
                from,
                to,
                subtrees(from, to).stream().map(subtree -> subtree.hash(known)).toList());
    }

    /**
     * The subtrees whose hashes make the proof; none where one of the trees is empty or they are the same.
     *
     * @throws IllegalArgumentException where the earlier tree is larger
     */
    public static List<Subtree> subtrees(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("no tree grows from there to there");
        }
        List<Subtree> parts = new ArrayList<>();
        if (from == 0 || from == to) {
            return parts;
        }
        long left = 0;
        long right = to;
        while (right != from) {
            long middle = left + Subtree.split(right - left);
            if (from <= middle) {
                parts.add(new Subtree(middle, right));
                right = middle;
            } else {
                parts.add(new Subtree(left, middle));
                left = middle;
            }
        }
        if (left != 0) {
            parts.add(new Subtree(left, right));
        }
        return parts.reversed();
    }

    /** Whether it shows that the tree of the later root begins with the tree of the earlier (RFC 9162, 2.1.4.2). */
    public boolean holds(Hash earlier, Hash later) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == 0) {
            return hashes.isEmpty() && earlier.equals(Hash.OF_NOTHING);
        }
        if (from == to) {
            return hashes.isEmpty() && earlier.equals(later);
        }
        return !hashes.isEmpty() && climbs(earlier, later);
    }

    private boolean climbs(Hash earlier, Hash later) {
        int complete = Long.numberOfTrailingZeros(from);
        long left = (from - 1) >>> complete;
        long last = (to - 1) >>> complete;
        boolean wholeEarlier = left == 0;
        Hash old = wholeEarlier ? earlier : hashes.getFirst();
        Hash young = old;
        for (Hash part : wholeEarlier ? hashes : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((left & 1) == 1 || left == last) {
                old = Hash.node(part, old);
                young = Hash.node(part, young);
                int up = left == 0 ? 0 : Long.numberOfTrailingZeros(left);
                left >>>= up;
                last >>>= up;
            } else {
                young = Hash.node(young, part);
            }
            left >>>= 1;
            last >>>= 1;
        }
        return last == 0 && old.equals(earlier) && young.equals(later);
    }
}
