package fr.briseglace.sequence;

import fr.briseglace.tlog.ConsistencyProof;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.InclusionProof;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.TileId;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/** What is read of the log: checkpoints, tiles, and the proof that a record is in it. */
public interface TransparencyLog {
    /**
     * A record's place in the log.
     *
     * @param leaf its hash
     * @param proof that it is there, for the checkpoint's size
     * @param checkpoint signed note
     */
    record Place(Hash leaf, InclusionProof proof, String checkpoint) {}

    /** The last checkpoint, as a signed note, with what witnesses cosigned of it; empty until there is one. */
    Future<Optional<String>> checkpoint();

    /** The last checkpoint that most witnesses cosigned; empty where none did. */
    Future<Optional<String>> cosigned();

    /**
     * What shows that the log only grew between two sizes, the later at most its own. Fails with {@link LogFault} where
     * what is stored does not tell.
     */
    Future<ConsistencyProof> growth(long from, long to);

    /** A tile's bytes; empty where the log does not have it, or not yet that wide. */
    Future<Optional<byte[]>> tile(TileId id);

    /**
     * The proof for a record, for the last checkpoint; empty where it has no place yet. Fails with {@link LogFault}
     * where what is stored does not give a proof that holds.
     */
    Future<Optional<Place>> place(UUID recordId);
}
