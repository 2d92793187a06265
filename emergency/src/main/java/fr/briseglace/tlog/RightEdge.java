package fr.briseglace.tlog;

import java.util.ArrayList;
import java.util.List;

/** All that must be known of a tree to let it grow: its size and the tiles that are not full, one a level at most. */
public final class RightEdge {
    /** The edge of a tree without leaves. */
    public static final RightEdge EMPTY = new RightEdge(0, List.of());

    private final long size;
    private final List<List<Hash>> rows;

    private RightEdge(long size, List<List<Hash>> rows) {
        this.size = size;
        this.rows = rows;
    }

    /**
     * A tree that has grown.
     *
     * @param edge its new edge
     * @param tiles all that are new or wider than before, lower ones first
     */
    public record Growth(RightEdge edge, List<Tile> tiles) {}

    /** The tiles from which the edge of a tree of a size can be built again. */
    public static List<TileId> tiles(long size) {
        List<TileId> tiles = new ArrayList<>();
        for (int level = 0; size >>> (level * TileId.HEIGHT) > 0; level++) {
            long hashes = size >>> (level * TileId.HEIGHT);
            int width = (int) (hashes % TileId.FULL);
            if (width > 0) {
                tiles.add(new TileId(level, hashes / TileId.FULL, width));
            }
        }
        return tiles;
    }

    /** The edge of a tree of a size, from the tiles that {@link #tiles(long)} names. */
    public static RightEdge of(long size, List<Tile> tiles) {
        List<TileId> ids = tiles.stream().map(Tile::id).toList();
        if (!ids.equals(tiles(size))) {
            throw new LogFault("these tiles are not the edge of a tree of that size");
        }
        List<List<Hash>> rows = new ArrayList<>();
        for (Tile tile : tiles) {
            while (rows.size() < tile.level()) {
                rows.add(List.of());
            }
            rows.add(tile.hashes());
        }
        return new RightEdge(size, rows);
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The tree's root. */
    public Hash root() {
        return size == 0 ? Hash.OF_NOTHING : new Subtree(0, size).hash(new TileNodes(tiles()));
    }

    /** The tiles that are not full, lowest first. */
    public List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; level < rows.size(); level++) {
            if (!rows.get(level).isEmpty()) {
                tiles.add(new Tile(level, size >>> ((level + 1) * TileId.HEIGHT), rows.get(level)));
            }
        }
        return tiles;
    }

    /** Lets the tree grow by leaves. */
    public Growth grow(List<Hash> leaves) {
        List<Tile> tiles = new ArrayList<>();
        List<List<Hash>> grown = new ArrayList<>();
        List<Hash> rising = leaves;
        for (int level = 0; level < rows.size() || !rising.isEmpty(); level++) {
            List<Hash> row = new ArrayList<>(level < rows.size() ? rows.get(level) : List.of());
            row.addAll(rising);
            long index = size >>> ((level + 1) * TileId.HEIGHT);
            List<Hash> above = new ArrayList<>();
            int at = 0;
            for (; row.size() - at >= TileId.FULL; at += TileId.FULL) {
                Tile full = new Tile(level, index++, row.subList(at, at + TileId.FULL));
                tiles.add(full);
                above.add(full.root());
            }
            List<Hash> rest = List.copyOf(row.subList(at, row.size()));
            if (!rest.isEmpty() && !rising.isEmpty()) {
                tiles.add(new Tile(level, index, rest));
            }
            grown.add(rest);
            rising = above;
        }
        return new Growth(new RightEdge(size + leaves.size(), grown), tiles);
    }
}
