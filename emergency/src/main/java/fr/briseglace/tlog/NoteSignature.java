package fr.briseglace.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature under a note.
 *
 * @param name of the key
 * @param keyId first four bytes of a hash of the key, which tells keys of one name apart
 * @param bytes what the key's algorithm makes of it
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by content below.
public record NoteSignature(String name, int keyId, byte[] bytes) {
    private static final String DASH = "— ";

    /** Its line, without the line's end. */
    public String line() {
        byte[] identified = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(identified);
    }

    /**
     * Reads a line.
     *
     * @throws LogFault where it is none
     */
    public static NoteSignature parse(String line) {
        String[] words = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        byte[] identified = words.length == 2 ? Base64Strict.decode(words[1]) : null;
        if (identified == null || identified.length <= Integer.BYTES || !VerifierKey.isName(words[0])) {
            throw new LogFault("a signature line of the note cannot be read");
        }
        return new NoteSignature(
                words[0],
                ByteBuffer.wrap(identified).getInt(),
                Arrays.copyOfRange(identified, Integer.BYTES, identified.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature signature
                && name.equals(signature.name)
                && keyId == signature.keyId
                && Arrays.equals(bytes, signature.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * keyId + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return line();
    }
}
