package fr.briseglace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.briseglace.cache.KeyRing;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telephone numbers, provisional numbers and candidates, whatever is sent for one. */
class SearchFuzzTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Ins INS = new Ins("279035121518989", Ins.TEST);
    private static final Caller CALLER = new Caller(
            Role.DOCTOR, "810001234567", "Dr", Set.of(), true, new Structure("1440000001", "SAMU", StructureKind.SAMU));
    private static final CandidateTokens TOKENS = new CandidateTokens(
            KeyRing.of(new byte[32], List.of(new KeyRing.Key(0, new byte[32])), new SecureRandom()));
    private static final String TOKEN = TOKENS.issue(INS, CALLER, NOW);

    @Property(tries = 4_000)
    void anyTextIsANumberOrNone(@ForAll String text) {
        assertThat(PhoneNumber.read(text)).isNotNull();
        assertThat(ProvisionalNumber.read(text)).isNotNull();
    }

    @Property(tries = 8_000)
    void whatIsDialledIsANumberOrNone(@ForAll("dialled") String text) {
        PhoneNumber.read(text).ifPresent(number -> assertThat(number.e164()).matches("\\+[1-9][0-9]{7,14}"));
        ProvisionalNumber.read(text).ifPresent(number -> assertThat(ProvisionalNumber.read(number.value()))
                .contains(number));
    }

    @Property(tries = 3_000)
    void anyTextIsNoCandidate(@ForAll String text) {
        assertThat(TOKENS.redeem(text, CALLER, NOW)).isEqualTo(InsFault.CANDIDATE);
    }

    @Property(tries = 2_000)
    void anyBytesAreNoCandidate(@ForAll @Size(max = 300) byte[] bytes) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertThat(TOKENS.redeem(token, CALLER, NOW)).isEqualTo(InsFault.CANDIDATE);
    }

    @Property(tries = 6_000)
    void aDamagedCandidateIsNone(@ForAll @IntRange(max = 200) int from, @ForAll("bits") String piece) {
        int at = from % (TOKEN.length() - 1);
        String damaged = TOKEN.substring(0, at) + piece + TOKEN.substring(at + 1);
        assertThat(TOKENS.redeem(damaged, CALLER, NOW)).isEqualTo(damaged.equals(TOKEN) ? INS : InsFault.CANDIDATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "+", "(0)", " ", "-.", "A", "00"})
    void aLongTextKeepsNobodyWaiting(String part) {
        String text = part.repeat(200_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            PhoneNumber.read(text);
            ProvisionalNumber.read(text);
            TOKENS.redeem(text, CALLER, NOW);
        });
    }

    @Provide
    Arbitrary<String> dialled() {
        return Arbitraries.strings()
                .withChars("0123456789+-./() \u00A0")
                .ofMinLength(6)
                .ofMaxLength(22);
    }

    @Provide
    Arbitrary<String> bits() {
        return Arbitraries.strings().withChars("ABCDwxyz0189-_=+/ \u0000é").ofMaxLength(3);
    }
}
