package fr.briseglace.watch;

import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.InclusionProof;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.trail.Leaf;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The proof of one's own record, as the gateway gave it.
 *
 * @param leaf its hash
 * @param proof that it is in the log
 * @param checkpoint for which
 * @param erased whether what it said was erased since, so that its leaf alone is left
 */
record OwnRecord(Hash leaf, InclusionProof proof, SignedNote checkpoint, boolean erased) {
    private static final int MOST_HASHES = 64;

    /**
     * Reads the answer to {@code GET …/proof}. Where the record itself is there, the leaf must follow from it.
     *
     * @throws LogFault where it is none
     */
    static OwnRecord parse(String text) {
        try {
            JsonObject json = new JsonObject(text);
            Hash leaf = Hash.of(bytes(json, "leaf"));
            if (json.containsKey("record") && !commitment(json).equals(leaf)) {
                throw new LogFault("the leaf is not that of the record in the file");
            }
            JsonArray array = json.getJsonArray("hashes");
            if (array.size() > MOST_HASHES) {
                throw new LogFault("the proof in the file is longer than any");
            }
            List<Hash> hashes = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                hashes.add(Hash.of(Base64.getDecoder().decode(array.getString(i))));
            }
            return new OwnRecord(
                    leaf,
                    new InclusionProof(json.getLong("index"), json.getLong("treeSize"), hashes),
                    SignedNote.parse(json.getString("checkpoint").getBytes(StandardCharsets.UTF_8)),
                    json.containsKey("erasedAt"));
        } catch (LogFault fault) {
            throw fault;
        } catch (RuntimeException unreadable) {
            throw new LogFault("the file is not a proof as the gateway gives it");
        }
    }

    /** A shorter salt would be the same key as one filled up with zeros. */
    private static Hash commitment(JsonObject json) {
        byte[] salt = bytes(json, "salt");
        if (salt.length != Leaf.SALT) {
            throw new LogFault("the salt in the file does not have " + Leaf.SALT + " bytes");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return Hash.leaf(mac.doFinal(bytes(json, "record")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(JsonObject json, String name) {
        return Base64.getDecoder().decode(json.getString(name));
    }
}
