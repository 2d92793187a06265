package fr.briseglace.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.cache.KeyRing;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Ins INS = new Ins("279035121518989", Ins.TEST);
    private static final Caller CALLER = caller("810001234567", "1440000001");

    private final CandidateTokens tokens = tokens(1, 1);

    private static Caller caller(String id, String structure) {
        return new Caller(Role.DOCTOR, id, "Dr", Set.of(), true, new Structure(structure, "SAMU", StructureKind.SAMU));
    }

    private static CandidateTokens tokens(int keyId, int fill) {
        byte[] secret = new byte[KeyRing.SECRET_BYTES];
        secret[0] = (byte) fill;
        KeyRing.Key key = new KeyRing.Key(keyId, secret);
        return new CandidateTokens(KeyRing.of(new byte[KeyRing.SECRET_BYTES], List.of(key), new SecureRandom()));
    }

    @Test
    void tokenStandsForThePatientForFiveMinutes() {
        String token = tokens.issue(INS, CALLER, NOW);
        assertThat(tokens.redeem(token, CALLER, NOW)).isEqualTo(INS);
        assertThat(tokens.redeem(token, CALLER, NOW.plusSeconds(299))).isEqualTo(INS);
        assertThat(tokens.redeem(token, CALLER, NOW.plusSeconds(300))).isEqualTo(InsFault.CANDIDATE);
    }

    @Test
    void anotherNodeOrTheSameAfterARestartRedeemsIt() {
        assertThat(tokens(1, 1).redeem(tokens.issue(INS, CALLER, NOW), CALLER, NOW))
                .isEqualTo(INS);
    }

    @Test
    void nobodyElseRedeemsItNorTheSameProfessionalElsewhere() {
        String token = tokens.issue(INS, CALLER, NOW);
        assertThat(tokens.redeem(token, caller("810001234568", "1440000001"), NOW))
                .isEqualTo(InsFault.CANDIDATE);
        assertThat(tokens.redeem(token, caller("810001234567", "1440000002"), NOW))
                .isEqualTo(InsFault.CANDIDATE);
        assertThat(tokens.redeem(token, caller("81000123456", "71440000001"), NOW))
                .isEqualTo(InsFault.CANDIDATE);
    }

    @Test
    void otherKeysDoNotOpenIt() {
        String token = tokens.issue(INS, CALLER, NOW);
        assertThat(tokens(1, 2).redeem(token, CALLER, NOW)).isEqualTo(InsFault.CANDIDATE);
        assertThat(tokens(2, 1).redeem(token, CALLER, NOW)).isEqualTo(InsFault.CANDIDATE);
    }

    @Test
    void anyAlteredByteSpoilsIt() {
        byte[] sealed = Base64.getUrlDecoder().decode(tokens.issue(INS, CALLER, NOW));
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(altered);
            assertThat(tokens.redeem(token, CALLER, NOW)).isEqualTo(InsFault.CANDIDATE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "not a token", "AQAA", "é"})
    void anythingElseIsNoToken(String token) {
        assertThat(tokens.redeem(token, CALLER, NOW)).isEqualTo(InsFault.CANDIDATE);
    }

    @Test
    void tokenSaysNothingAndNoTwoAreAlike() {
        String token = tokens.issue(INS, CALLER, NOW);
        assertThat(token).isNotEqualTo(tokens.issue(INS, CALLER, NOW)).matches("[A-Za-z0-9_-]+");
        assertThat(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1))
                .doesNotContain(INS.value());
    }
}
