package fr.briseglace.access;

/**
 * Bytes of an answer that are the same for everybody who gets them, whole or as they were compressed once. Both are copies,
 * which are the caller's.
 */
public interface Rendering {
    /** As they are. */
    byte[] whole();

    /** Compressed: blocks of DEFLATE (RFC 1951) that end with a byte and are not the last. */
    byte[] deflated();

    /** A rendering of bytes that are nobody's secret, compressed now. */
    static Rendering open(byte[] bytes) {
        byte[] deflated = Packed.blocks(bytes);
        return new Rendering() {
            @Override
            public byte[] whole() {
                return bytes.clone();
            }

            @Override
            public byte[] deflated() {
                return deflated.clone();
            }
        };
    }
}
