package fr.briseglace.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * What shows that a leaf is in a tree (RFC 6962, 2.1.1).
 *
 * @param index of the leaf
 * @param size of the tree, leaves
 * @param hashes of the subtrees beside the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {
    /** Copies the list. Anything may stand here: whether it proves something is for {@link #holds} to say. */
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** The proof for a leaf of a tree whose subtrees are known. */
    public static InclusionProof of(long index, long size, Nodes known) {
        return new InclusionProof(
                index,
                size,
                subtrees(index, size).stream()
                        .map(subtree -> subtree.hash(known))
                        .toList());
    }

    /**
     * The subtrees whose hashes make the proof.
     *
     * @throws IllegalArgumentException where the tree has no such leaf
     */
    public static List<Subtree> subtrees(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("the tree has no such leaf");
        }
        List<Subtree> beside = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Subtree.split(to - from);
            if (index < middle) {
                beside.add(new Subtree(middle, to));
                to = middle;
            } else {
                beside.add(new Subtree(from, middle));
                from = middle;
            }
        }
        return beside.reversed();
    }

    /** Whether it shows that this leaf is in the tree of that root, at the index and size it names (RFC 9162, 2.1.3.2). */
    public boolean holds(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long left = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : hashes) {
            if (last == 0) {
                return false;
            }
            if ((left & 1) == 1 || left == last) {
                hash = Hash.node(beside, hash);
                int up = Long.numberOfTrailingZeros(left);
                left >>>= up;
                last >>>= up;
            } else {
                hash = Hash.node(hash, beside);
            }
            left >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
