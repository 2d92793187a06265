package fr.briseglace.search;

import fr.briseglace.cache.KeyRing;
import fr.briseglace.cache.SealedValue;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.InsReading;
import fr.briseglace.law.Caller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that stand for a patient without naming them: the INS and an end, sealed with AES-256-GCM for one professional
 * in one structure. Nothing is kept, so a token works on every node that shares the keys, and after a restart.
 */
public final class CandidateTokens {
    /** How long a token is good for. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final int LONGEST = 400;
    private static final int MATRICULE = 15;

    private final KeyRing ring;

    /** Tokens sealed with these keys. */
    public CandidateTokens(KeyRing ring) {
        this.ring = ring;
    }

    /** A token for a caller. */
    public String issue(Ins ins, Caller caller, Instant now) {
        byte[] identifier = (ins.value() + ins.oid()).getBytes(StandardCharsets.US_ASCII);
        byte[] value = ByteBuffer.allocate(Long.BYTES + identifier.length)
                .putLong(now.plus(LIFE).toEpochMilli())
                .put(identifier)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(SealedValue.seal(ring, place(caller), value));
    }

    /**
     * The INS a token stands for; {@link InsFault#CANDIDATE} where it is over, altered, another caller's or no token at
     * all, which nobody is told apart.
     */
    public InsReading redeem(String token, Caller caller, Instant now) {
        byte[] value = token.length() > LONGEST ? null : open(token, caller);
        if (value == null
                || !now.isBefore(Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong()))) {
            return InsFault.CANDIDATE;
        }
        String identifier = new String(value, Long.BYTES, value.length - Long.BYTES, StandardCharsets.US_ASCII);
        return Ins.read(identifier.substring(0, MATRICULE), identifier.substring(MATRICULE));
    }

    private byte @Nullable [] open(String token, Caller caller) {
        try {
            return SealedValue.open(ring, place(caller), Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /** What a token is sealed for; lengths keep one caller's id from running into a structure's. */
    private static String place(Caller caller) {
        String structure = caller.structure().id();
        return "candidate:" + caller.id().length() + ":" + caller.id() + ":" + structure;
    }
}
