package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.AccessMode;
import fr.briseglace.law.BreakGlassReason;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Role;
import fr.briseglace.trail.RecordKind;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalWordsTest {
    private static Stream<String> words(JournalWords words, String of, Stream<String> all) {
        return all.filter(word -> words.name(of, word).equals(word));
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void everyWordOfTheLawAndTheTrailHasAName(Tongue tongue) {
        JournalWords words = JournalWords.in(tongue);
        assertThat(words(words, "kind", Stream.of(RecordKind.values()).map(RecordKind::word)))
                .isEmpty();
        assertThat(words(words, "mode", Stream.of(AccessMode.values()).map(AccessMode::code)))
                .isEmpty();
        assertThat(words(words, "refusal", Stream.of(Refusal.values()).map(Refusal::slug)))
                .isEmpty();
        for (Role role : Role.values()) {
            assertThat(words.name("role", role.word())).isNotBlank();
        }
        for (BreakGlassReason reason : BreakGlassReason.values()) {
            assertThat(words.reason(reason.code())).isNotBlank().doesNotContain("-with-");
        }
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void whatHasNoNameIsCalledByItsWord(Tongue tongue) {
        assertThat(JournalWords.in(tongue).name("kind", "unheard-of")).isEqualTo("unheard-of");
        assertThat(JournalWords.in(tongue).reason("M01.02")).isEqualTo("M01.02");
    }
}
