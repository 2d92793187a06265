package fr.briseglace.watch;

import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.ConsistencyProof;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.Node;
import fr.briseglace.tlog.RightEdge;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.Tile;
import fr.briseglace.tlog.TileId;
import fr.briseglace.tlog.TileNodes;
import fr.briseglace.tlog.VerifierKey;
import java.util.ArrayList;
import java.util.List;

/** Looks at a log from outside. Whatever is not as it must be fails with a {@link LogFault} that says where. */
final class Audit {
    /** 2<sup>32</sup> leaves: more than a log of all accesses of a century, and a bound to what is believed unread. */
    private static final long MOST_LEAVES = 1L << 32;

    private final RemoteLog log;
    private final VerifierKey key;

    Audit(RemoteLog log, VerifierKey key) {
        this.log = log;
        this.key = key;
    }

    /** The last checkpoint, signed. */
    SignedNote latest() throws Unchecked {
        SignedNote note = log.checkpoint();
        trusted(note, "the checkpoint");
        return note;
    }

    /** What a note says, once it is known that the log's key has signed it. */
    Checkpoint trusted(SignedNote note, String what) {
        if (!note.isSignedBy(key)) {
            throw new LogFault(what + " is not signed by the log's key");
        }
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!checkpoint.origin().equals(key.name())) {
            throw new LogFault(what + " is of another log");
        }
        if (checkpoint.size() > MOST_LEAVES) {
            throw new LogFault(what + " claims more leaves than a log can have");
        }
        return checkpoint;
    }

    /** Whether the log at the later checkpoint begins with all that it had at the earlier one. */
    void consistent(Checkpoint earlier, Checkpoint later) throws Unchecked {
        if (earlier.size() > later.size()) {
            throw new LogFault("the log has lost leaves: it had " + earlier.size() + " and now says " + later.size());
        }
        List<Tile> tiles = new ArrayList<>();
        for (TileId id : TileNodes.needed(ConsistencyProof.subtrees(earlier.size(), later.size()), later.size())) {
            tiles.add(log.tile(id));
        }
        if (!ConsistencyProof.of(earlier.size(), later.size(), new TileNodes(tiles))
                .holds(earlier.root(), later.root())) {
            throw new LogFault("the log was rewritten: at " + later.size()
                    + " leaves it does not begin with what it had at " + earlier.size());
        }
    }

    /**
     * Reads every tile, from the root down, so that what is wrong is named: each tile must have the hash that is known
     * from above.
     *
     * @return how many tiles there are
     */
    long whole(Checkpoint checkpoint) throws Unchecked {
        long size = checkpoint.size();
        List<TileId> edge = RightEdge.tiles(size);
        List<Tile> tiles = new ArrayList<>();
        for (TileId id : edge) {
            tiles.add(log.tile(id));
        }
        if (!RightEdge.of(size, tiles).root().equals(checkpoint.root())) {
            throw new LogFault("the tiles at the end of the log do not give the checkpoint's root: "
                    + String.join(", ", edge.stream().map(TileId::path).toList()));
        }
        long read = tiles.size();
        for (Tile tile : tiles) {
            read += below(tile);
        }
        return read;
    }

    /** Checks all that lies below a tile whose hashes are known to be right. */
    private long below(Tile tile) throws Unchecked {
        long read = 0;
        for (int i = 0; tile.level() > 0 && i < tile.hashes().size(); i++) {
            long index = tile.index() * TileId.FULL + i;
            Tile child = log.tile(new TileId(tile.level() - 1, index, TileId.FULL));
            if (!child.root().equals(tile.hashes().get(i))) {
                throw new LogFault("the tile " + child.id().path() + " was changed");
            }
            read += 1 + below(child);
        }
        return read;
    }

    /** The leaf at an index, to be read after {@link #whole}. */
    Hash leaf(long index, Checkpoint checkpoint) throws Unchecked {
        Tile tile = log.tile(TileId.holding(new Node(0, index), checkpoint.size()));
        return tile.hashes().get((int) (index % TileId.FULL));
    }
}
