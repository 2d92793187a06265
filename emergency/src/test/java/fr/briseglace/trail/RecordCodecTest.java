package fr.briseglace.trail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.Reason;
import fr.briseglace.law.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    /** Changes one field each; together they touch every field of a record. */
    private static final List<UnaryOperator<Records>> CHANGES = List.of(
            r -> r.recordId(new UUID(7, 7)),
            r -> r.at(Instant.parse("2026-11-21T10:15:30.123457Z")),
            r -> r.accessId(new UUID(8, 8)),
            r -> r.patientId(new UUID(9, 9)),
            r -> r.breakGlass(),
            r -> r.caller("899999999999", "Dr Exemple", "1440000001"),
            r -> r.caller("810001234567", "Dr Autre", "1440000001"),
            r -> r.caller("810001234567", "Dr Exemple", "1750000002"),
            r -> r.caseId(null),
            r -> r.caseId(""),
            r -> r.reason(null),
            r -> r.reason(new Reason("M01.02", null)),
            r -> r.reason(new Reason("M01.03", "inconscient")),
            r -> r.subject("document"),
            r -> r.refusal(Refusal.OPPOSED),
            r -> r.recordVersion(2),
            r -> r.expiresAt(null),
            r -> r.degraded(true));

    @Test
    void sameRecordAlwaysHasTheSameBytes() {
        assertThat(RecordCodec.encode(Records.opened().record()))
                .isEqualTo(RecordCodec.encode(Records.opened().record()));
    }

    @Test
    void versionOneIsPinned() throws Exception {
        byte[] bytes = RecordCodec.encode(Records.opened().record());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(bytes[0]).isEqualTo((byte) 1);
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(PINNED);
    }

    /** Changing this means a new version of the encoding: old records must still verify. */
    private static final String PINNED = "c8c8aff60ac5e33c639693143f9dc969665b33e97a6fd219d09cd680e025229a";

    @Test
    void everyFieldCounts() {
        byte[] original = RecordCodec.encode(Records.opened().record());
        for (UnaryOperator<Records> change : CHANGES) {
            byte[] changed = RecordCodec.encode(change.apply(Records.opened()).record());
            assertThat(changed).isNotEqualTo(original);
        }
    }

    @Test
    void noTwoChangesLookTheSame() {
        assertThat(CHANGES.stream()
                        .map(change -> HexFormat.of()
                                .formatHex(RecordCodec.encode(
                                        change.apply(Records.opened()).record())))
                        .distinct())
                .hasSameSizeAs(CHANGES);
    }

    @Property
    void textsCannotSlideFromOneFieldIntoTheNext(@ForAll String a, @ForAll String b, @ForAll String c) {
        Assume.that(!a.equals(b));
        byte[] one = RecordCodec.encode(
                Records.opened().caller("8", a, "1").caseId(b + c).record());
        byte[] other = RecordCodec.encode(
                Records.opened().caller("8", a + b, "1").caseId(c).record());
        if (!b.isEmpty()) {
            assertThat(one).isNotEqualTo(other);
        }
    }

    @Test
    void timesAreCutToWhatTheStoreKeeps() {
        AccessRecord record = Records.opened()
                .at(Instant.parse("2026-11-21T10:15:30.123456789Z"))
                .record();
        assertThat(record.at()).isEqualTo(Instant.parse("2026-11-21T10:15:30.123456Z"));
    }

    @Test
    void leafIsTheHashOfASaltedCommitment() throws Exception {
        byte[] salt = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        AccessRecord record = Records.opened().record();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(salt, "HmacSHA256"));
        byte[] commitment = mac.doFinal(RecordCodec.encode(record));
        MessageDigest rfc6962 = MessageDigest.getInstance("SHA-256");
        rfc6962.update((byte) 0);
        assertThat(Leaf.of(salt, record).hash()).isEqualTo(rfc6962.digest(commitment));
    }

    @Test
    void leafOfAnotherSaltSaysNothing() {
        AccessRecord record = Records.opened().record();
        byte[] other = new byte[Leaf.SALT];
        other[31] = 1;
        assertThat(Leaf.of(new byte[Leaf.SALT], record).hash())
                .isNotEqualTo(Leaf.of(other, record).hash());
    }
}
