package fr.briseglace.tlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a tile stands: up to 256 hashes of neighbouring complete subtrees, as in C2SP tlog-tiles.
 *
 * @param level its hashes are of subtrees with 256<sup>level</sup> leaves; 0 to 7
 * @param index how many tiles of its level stand to the left of it
 * @param width how many hashes it has; 256 unless it is the last of its level
 */
public record TileId(int level, long index, int width) {
    /** Hashes of a tile that grows no more. */
    public static final int FULL = 256;

    /** Levels of the tree that one tile spans. */
    static final int HEIGHT = 8;

    private static final int MOST_LEVELS = 8;
    /** Up to five groups of three digits: more tiles than any log has, and no overflow. */
    private static final Pattern PATH = Pattern.compile("([0-7])/((?:x\\d{3}/){0,4}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    /** Refuses what no log has. */
    public TileId {
        if (level < 0 || level >= MOST_LEVELS || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no log has such a tile");
        }
    }

    /** The tile in which a node is, or from whose hashes it is made, as a log of a size has it. */
    public static TileId holding(Node node, long size) {
        int level = node.level() / HEIGHT;
        long index = (node.index() << (node.level() % HEIGHT)) >>> HEIGHT;
        return new TileId(level, index, width(level, index, size));
    }

    /** How many hashes a tile has in a log of a size; 0 or less where it has none yet. */
    static int width(int level, long index, long size) {
        return (int) Math.min(FULL, (size >>> (level * HEIGHT)) - index * FULL);
    }

    /** Whether it grows no more. */
    public boolean full() {
        return width == FULL;
    }

    /** As paths name it, behind {@code tile/}: {@code 0/x001/x234/067.p/5}. */
    public String path() {
        StringBuilder number = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return level + "/" + number + (full() ? "" : ".p/" + width);
    }

    /** Reads a path; null unless it is written in the one way there is. */
    public static @Nullable TileId parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return null;
        }
        long index = Long.parseLong(parts.group(2).replace("x", "").replace("/", ""));
        String width = parts.group(3);
        int hashes = width == null ? FULL : Integer.parseInt(width);
        if (hashes >= FULL && width != null) {
            return null;
        }
        TileId tile = new TileId(Integer.parseInt(parts.group(1)), index, hashes);
        return tile.path().equals(path) ? tile : null;
    }
}
