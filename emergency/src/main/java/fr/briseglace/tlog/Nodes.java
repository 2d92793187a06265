package fr.briseglace.tlog;

/** Hashes of complete subtrees, which never change once they are complete. */
public interface Nodes {
    /**
     * The hash of a complete subtree.
     *
     * @throws LogFault where it is not known
     */
    Hash at(Node node);
}
