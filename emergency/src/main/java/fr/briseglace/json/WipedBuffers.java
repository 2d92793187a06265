package fr.briseglace.json;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.util.Arrays;

/** Each thread keeps its buffers for the next time, as is usual, and clears them first: what was in them names patients. */
final class WipedBuffers extends RecyclerPool.ThreadLocalPoolBase<BufferRecycler> {
    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<BufferRecycler> OWN = ThreadLocal.withInitial(Wiping::new);

    @Override
    public BufferRecycler acquirePooled() {
        return OWN.get();
    }

    private static final class Wiping extends BufferRecycler {
        @Override
        public void releaseByteBuffer(int use, byte[] buffer) {
            Arrays.fill(buffer, (byte) 0);
            super.releaseByteBuffer(use, buffer);
        }

        @Override
        public void releaseCharBuffer(int use, char[] buffer) {
            Arrays.fill(buffer, '\0');
            super.releaseCharBuffer(use, buffer);
        }
    }
}
