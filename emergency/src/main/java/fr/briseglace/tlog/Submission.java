package fr.briseglace.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checkpoint on its way to a witness, with the proof that the log only grew since the one it cosigned last (C2SP
 * tlog-witness, {@code add-checkpoint}).
 *
 * @param old size of the checkpoint that the witness is thought to have cosigned last; 0 for none
 * @param proof consistency proof from there
 * @param checkpoint signed by the log
 */
public record Submission(long old, List<Hash> proof, SignedNote checkpoint) {
    /** Most hashes that a proof may have. */
    private static final int MOST_HASHES = 63;

    private static final Pattern OLD = Pattern.compile("old (0|[1-9]\\d{0,17})");

    /** Copies the list. */
    public Submission {
        proof = List.copyOf(proof);
    }

    /** The body of the request. */
    public String encode() {
        StringBuilder body = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(checkpoint.encode()).toString();
    }

    /**
     * Reads a body.
     *
     * @throws LogFault unless it is written in the one way there is
     */
    public static Submission parse(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new LogFault("there is no checkpoint");
        }
        String[] lines = text.substring(0, end).split("\n", -1);
        Matcher old = OLD.matcher(lines[0]);
        if (!old.matches() || lines.length > MOST_HASHES + 1) {
            throw new LogFault("the size and the proof before the checkpoint cannot be read");
        }
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            byte[] hash = Base64Strict.decode(lines[i]);
            if (hash == null) {
                throw new LogFault("a hash of the proof is not base64");
            }
            proof.add(Hash.of(hash));
        }
        byte[] note = text.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1);
        return new Submission(Long.parseLong(old.group(1)), proof, SignedNote.parse(note));
    }
}
