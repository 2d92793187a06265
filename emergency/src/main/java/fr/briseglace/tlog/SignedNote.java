package fr.briseglace.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with signatures under it (C2SP signed-note).
 *
 * @param text ends with a line's end; what the signatures are over
 * @param signatures at least one, of whomever
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** The longest note that is read, bytes. */
    public static final int LONGEST = 64 * 1024;

    private static final int MOST_SIGNATURES = 64;

    /** Copies the list. */
    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a note.
     *
     * @throws LogFault where it is none, or too large
     */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new LogFault("the note is too long");
        }
        String note = decode(bytes);
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new LogFault("the note has no signature");
        }
        String below = note.substring(end + 2);
        if (below.isEmpty()) {
            throw new LogFault("the note has no signature");
        }
        String[] lines = below.substring(0, below.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new LogFault("the note has too many signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    private static String decode(byte[] bytes) {
        try {
            String note = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
                throw new LogFault("the note has a control character");
            }
            return note;
        } catch (CharacterCodingException e) {
            throw new LogFault("the note is not UTF-8");
        }
    }

    /** As it is served. */
    public String encode() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    /** With one more signature. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /**
     * Whether a key has signed it.
     *
     * @throws LogFault where a signature says that it is the key's and is not
     */
    public boolean isSignedBy(VerifierKey key) {
        boolean signed = false;
        for (NoteSignature signature : signatures) {
            if (signature.name().equals(key.name()) && signature.keyId() == key.id()) {
                if (!key.verifies(text, signature)) {
                    throw new LogFault("the signature is false");
                }
                signed = true;
            }
        }
        return signed;
    }
}
