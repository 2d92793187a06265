package fr.briseglace.gateway;

import fr.briseglace.sequence.LogIdentity;
import fr.briseglace.sequence.LogKey;
import fr.briseglace.sequence.TransparencyLog;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.ConsistencyProof;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.InclusionProof;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.RightEdge;
import fr.briseglace.tlog.RightEdge.Growth;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.Tile;
import fr.briseglace.tlog.TileId;
import fr.briseglace.tlog.TileNodes;
import fr.briseglace.trail.Kept;
import fr.briseglace.trail.KeptRecord;
import fr.briseglace.trail.KeptRecords;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A log of 300 leaves, and at most one record. */
final class LogMemory implements TransparencyLog, KeptRecords {
    private static final String NAME = "log.example/trail";
    private static final int SIZE = 300;

    private final LogIdentity identity =
            new LogIdentity(LogKey.read(LogKey.create(), NAME, KeyAlgorithm.ED25519), List.of());
    private final Growth tree;
    volatile @Nullable Kept record;
    volatile @Nullable String cosigned;
    volatile boolean sequenced = true;
    volatile boolean signed = true;

    LogMemory() {
        List<Hash> leaves = IntStream.range(0, SIZE)
                .mapToObj(i -> Hash.leaf(new byte[] {(byte) i, (byte) (i >> 8)}))
                .toList();
        tree = RightEdge.EMPTY.grow(leaves);
    }

    LogIdentity identity() {
        return identity;
    }

    private String note() {
        String text = new Checkpoint(NAME, SIZE, tree.edge().root()).text();
        return new SignedNote(text, List.of(identity.signer().sign(text))).encode();
    }

    @Override
    public Future<Optional<String>> checkpoint() {
        return Future.succeededFuture(signed ? Optional.of(note()) : Optional.empty());
    }

    @Override
    public Future<Optional<String>> cosigned() {
        return Future.succeededFuture(Optional.ofNullable(cosigned));
    }

    @Override
    public Future<ConsistencyProof> growth(long from, long to) {
        return Future.succeededFuture(ConsistencyProof.of(from, to, new TileNodes(tree.tiles())));
    }

    @Override
    public Future<Optional<byte[]>> tile(TileId id) {
        return Future.succeededFuture(tree.tiles().stream()
                .filter(tile -> tile.id().equals(id))
                .findFirst()
                .map(Tile::bytes));
    }

    @Override
    public Future<Optional<Place>> place(UUID recordId) {
        TileNodes nodes = new TileNodes(tree.tiles());
        Hash leaf = Hash.leaf(new byte[] {7, 0});
        return Future.succeededFuture(
                sequenced ? Optional.of(new Place(leaf, InclusionProof.of(7, SIZE, nodes), note())) : Optional.empty());
    }

    @Override
    public Future<Optional<Kept>> find(UUID accessId, @Nullable UUID recordId) {
        return Future.succeededFuture(Optional.ofNullable(record)
                .filter(kept -> !(kept instanceof KeptRecord whole)
                        || whole.record().accessId().equals(accessId)));
    }
}
