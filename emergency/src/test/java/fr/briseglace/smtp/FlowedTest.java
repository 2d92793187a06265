package fr.briseglace.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3676, format=flowed. */
class FlowedTest {
    private static final String LAW =
            "Selon le code de la santé publique, le médecin régulateur du centre qui reçoit un"
                    + " appel concernant une personne peut accéder au dossier de cette personne (article L. 1111-17, I, alinéa 2).";

    @Test
    void longLineIsCutAtSpacesThatStayAtItsEnd() {
        assertThat(Flowed.of(LAW + "\nFin.\n")).isEqualTo("""
                        Selon le code de la santé publique, le médecin régulateur du centre qui\s
                        reçoit un appel concernant une personne peut accéder au dossier de cette\s
                        personne (article L. 1111-17, I, alinéa 2).
                        Fin.
                        """);
    }

    @Test
    void wordThatIsLongerThanALineStaysWhole() {
        String address = "https://portail.example/mes-acces/" + "x".repeat(80);
        assertThat(Flowed.of("- Voir qui a consulté votre dossier, dans le journal des accès : " + address)
                        .lines())
                .last()
                .isEqualTo(address);
        assertThat(Flowed.of(address)).isEqualTo(address);
    }

    @Test
    void punctuationThatLeansBackBeginsNoLine() {
        for (int length = 60; length < 80; length++) {
            assertThat(Flowed.of("x".repeat(length) + " mot : y « z »").lines())
                    .noneMatch(line -> line.startsWith(":") || line.startsWith("»") || line.endsWith("« "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"> cité", "From here on", " décalé"})
    void beginningThatMeansSomethingToMailIsKeptFromIt(String line) {
        assertThat(Flowed.of(line)).isEqualTo(" " + line);
        assertThat(Flowed.joined(Flowed.of(line))).isEqualTo(line);
    }

    @Property(tries = 500)
    void whatIsJoinedAgainIsWhatWasWritten(
            @ForAll @StringLength(max = 400) @CharRange(from = 'a', to = 'c') @Chars({' ', '\n', '>', ':', 'é', '«'})
                    String text) {
        String written = text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        String flowed = Flowed.of(written);
        assertThat(Flowed.joined(flowed)).isEqualTo(written);
        assertThat(flowed.lines())
                .allMatch(
                        line -> line.length() <= Flowed.COLUMNS || !line.strip().matches(".*[a-c>é] [a-cé>].*"));
    }
}
