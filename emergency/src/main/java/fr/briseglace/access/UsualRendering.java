package fr.briseglace.access;

import fr.briseglace.cache.Shrouded;
import org.jspecify.annotations.Nullable;

/** What most callers want: kept whole, and compressed as well from when somebody first wants that. */
final class UsualRendering implements Rendering {
    /** How many times smaller it is once compressed. */
    private static final int USUALLY_DEFLATED = 6;

    private final Shrouded whole;
    private volatile @Nullable Shrouded deflated;

    UsualRendering(byte[] whole) {
        this.whole = Shrouded.of(whole);
    }

    @Override
    public byte[] whole() {
        return whole.clear();
    }

    /** Takes a fraction of a millisecond the first time. */
    @Override
    public byte[] deflated() {
        Shrouded made = deflated;
        if (made == null) {
            made = Shrouded.of(Packed.blocks(whole()));
            deflated = made;
        }
        return made.clear();
    }

    /** How much is kept, bytes, about: what is compressed once somebody asks counts already. */
    int size() {
        return whole.length() + whole.length() / USUALLY_DEFLATED;
    }

    boolean empty() {
        return whole.length() == 0;
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "UsualRendering[…]";
    }
}
