package fr.briseglace.tlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Subtrees as they follow from some tiles. */
public final class TileNodes implements Nodes {
    private final Map<Node, Tile> tiles = new HashMap<>();

    /** Over these tiles. */
    public TileNodes(Collection<Tile> tiles) {
        for (Tile tile : tiles) {
            this.tiles.put(new Node(tile.level(), tile.index()), tile);
        }
    }

    /** The tiles, as a log of a size has them, that are enough for the hashes of these subtrees. */
    public static Set<TileId> needed(Collection<Subtree> subtrees, long size) {
        Set<TileId> needed = new LinkedHashSet<>();
        for (Subtree subtree : subtrees) {
            for (Node node : subtree.nodes()) {
                needed.add(TileId.holding(node, size));
            }
        }
        return needed;
    }

    @Override
    public Hash at(Node node) {
        int above = node.level() % TileId.HEIGHT;
        long first = node.index() << above;
        Tile tile = tiles.get(new Node(node.level() / TileId.HEIGHT, first / TileId.FULL));
        int from = (int) (first % TileId.FULL);
        int to = from + (1 << above);
        if (tile == null || to > tile.hashes().size()) {
            throw new LogFault("a tile is missing");
        }
        List<Hash> row = tile.hashes().subList(from, to);
        return Tile.root(row);
    }
}
