package fr.briseglace.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A tile with its hashes.
 *
 * @param level see {@link TileId}
 * @param index see {@link TileId}
 * @param hashes 1 to 256
 */
public record Tile(int level, long index, List<Hash> hashes) {
    /** Copies the list. */
    public Tile {
        hashes = List.copyOf(hashes);
    }

    /**
     * Reads a tile's bytes.
     *
     * @throws LogFault where they are not as many hashes as its name says
     */
    public static Tile of(TileId id, byte[] bytes) {
        if (bytes.length != id.width() * Hash.LENGTH) {
            throw new LogFault("the tile " + id.path() + " does not have the length that its name says");
        }
        return new Tile(id.level(), id.index(), Hash.list(bytes));
    }

    /** Where it stands. */
    public TileId id() {
        return new TileId(level, index, hashes.size());
    }

    /** As it is served: hashes, one behind the other. */
    public byte[] bytes() {
        return Hash.bytes(hashes);
    }

    /** The hash of all that lies below it; it must be full. */
    public Hash root() {
        return root(hashes);
    }

    /** The hash of a complete subtree over a power of two of hashes. */
    static Hash root(List<Hash> row) {
        List<Hash> level = row;
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(Hash.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }
}
