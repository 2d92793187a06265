package fr.briseglace.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Trees for tests: each leaf is the hash of its own number. */
final class Trees {
    private Trees() {}

    static Hash leaf(long index) {
        return Hash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
    }

    static List<Hash> leaves(long from, long to) {
        return LongStream.range(from, to).mapToObj(Trees::leaf).toList();
    }

    static List<byte[]> bytes(List<Hash> hashes) {
        return hashes.stream().map(Hash::bytes).toList();
    }

    /** All tiles of a log of a size, as they are after it grew at once. */
    static Map<TileId, Tile> tiles(long size) {
        Map<TileId, Tile> tiles = new HashMap<>();
        RightEdge.EMPTY.grow(leaves(0, size)).tiles().forEach(tile -> tiles.put(tile.id(), tile));
        return tiles;
    }

    static TileNodes nodes(long size) {
        return new TileNodes(tiles(size).values());
    }

    static Hash root(long size) {
        return RightEdge.EMPTY.grow(leaves(0, size)).edge().root();
    }

    /** Every list that differs from this one in a bit of a hash, by one hash too few or by one too many. */
    static List<List<Hash>> spoilt(List<Hash> hashes, int everyBit) {
        List<List<Hash>> spoilt = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            for (int bit = 0; bit < Hash.LENGTH * Byte.SIZE; bit += everyBit) {
                byte[] bytes = hashes.get(i).bytes();
                bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                List<Hash> changed = new ArrayList<>(hashes);
                changed.set(i, Hash.of(bytes));
                spoilt.add(changed);
            }
            List<Hash> shorter = new ArrayList<>(hashes);
            shorter.remove(i);
            spoilt.add(shorter);
            List<Hash> doubled = new ArrayList<>(hashes);
            doubled.add(i, hashes.get(i));
            spoilt.add(doubled);
        }
        List<Hash> longer = new ArrayList<>(hashes);
        longer.add(Hash.OF_NOTHING);
        spoilt.add(longer);
        return spoilt;
    }
}
