package fr.briseglace.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.briseglace.cache.Shrouded;
import java.util.function.Supplier;

/**
 * What some callers want: made when somebody first asks, which takes a millisecond or two, and kept compressed for those
 * who ask next, for as long as its snapshot is kept. All that a process keeps of these has a bound of its own, which no
 * snapshot's weight need foresee: what does not fit is made again.
 */
final class LateRendering implements Rendering {
    /** For all of a process together, bytes. */
    private static final int ROOM = 32 << 20;

    private static final int ENTRY_BYTES = 128;

    private static final Cache<LateRendering, Kept> KEPT = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(ROOM)
            .weigher((LateRendering late, Kept kept) ->
                    ENTRY_BYTES + kept.deflated().length())
            .executor(Runnable::run)
            .build();

    private final Supplier<byte[]> making;

    private record Kept(Shrouded deflated, int length) {}

    /** {@code making} gives the same bytes each time. */
    LateRendering(Supplier<byte[]> making) {
        this.making = making;
    }

    @Override
    public byte[] whole() {
        Kept kept = kept();
        return Packed.whole(kept.deflated().clear(), kept.length());
    }

    @Override
    public byte[] deflated() {
        return kept().deflated().clear();
    }

    private Kept kept() {
        return KEPT.get(this, late -> {
            byte[] whole = making.get();
            return new Kept(Shrouded.of(Packed.blocks(whole)), whole.length);
        });
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "LateRendering[…]";
    }
}
