package fr.briseglace.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.SignedNote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogKeyTest {
    /** The first test vector of RFC 8032 (7.1), as {@code openssl} would write its key. */
    private static final String RFC_8032 = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;

    private static NoteSigner read(String pem) {
        return LogKey.read(pem, "log.example/trail", KeyAlgorithm.ED25519);
    }

    @Test
    void publicHalfIsTheOneOfTheRfc() {
        assertThat(read(RFC_8032).verifier().bytes())
                .asHexString()
                .isEqualToIgnoringCase("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void newKeySignsWhatItsPublicHalfVerifies() {
        NoteSigner signer = read(LogKey.create());
        SignedNote note = new SignedNote("text\n", List.of(signer.sign("text\n")));
        assertThat(note.isSignedBy(signer.verifier())).isTrue();
        assertThat(LogKey.create()).isNotEqualTo(LogKey.create());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "-----BEGIN PRIVATE KEY-----\n\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n====\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"
            })
    void whatIsNoKeyIsRefusedWithoutBeingShown(String pem) {
        assertThatExceptionOfType(LogFault.class)
                .isThrownBy(() -> read(pem))
                .withMessageStartingWith("the key is not")
                .withMessageNotContaining("secret");
    }

    @Test
    void nameWithASpaceIsRefused() {
        assertThatExceptionOfType(LogFault.class)
                .isThrownBy(() -> LogKey.read(RFC_8032, "two words", KeyAlgorithm.ED25519));
    }
}
