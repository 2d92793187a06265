package fr.briseglace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedNameTest {
    @ParameterizedTest
    @CsvSource({
        "Lefèvre, LEFEVRE",
        "LE GOFF, LEGOFF",
        "le-goff, LEGOFF",
        "L'Helgoualc’h, LHELGOUALCH",
        "'  Pat   -  Trois ', PATTROIS",
        "Cœuret, COEURET",
        "Lætitia, LAETITIA",
        "Strauß, STRAUSS",
        "STRAUẞ, STRAUSS",
        "Łukasz, LUKASZ",
        "Sørensen, SORENSEN",
        "Þór, THOR",
        "Nuñez, NUNEZ",
        "Ǽbel, AEBEL",
        "Noël-Ange, NOELANGE",
        "Ömer Işık, OMERISIK",
    })
    void foldsToCapitalsWithoutAnythingAround(String name, String key) {
        assertThat(FoldedName.of(name).key()).isEqualTo(key);
    }

    @Test
    void composedAndDecomposedAccentsAreOne() {
        assertThat(FoldedName.of("Ame\u0301lie")).isEqualTo(FoldedName.of("Amélie"));
    }

    @Test
    void wordsEndAtSpacesHyphensAndApostrophesButNotAtAccents() {
        assertThat(FoldedName.of("Jean-Noël d'Arc").words()).containsExactly("JEAN", "NOEL", "D", "ARC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "'’", "\u0301", "李"})
    void nothingIsLeftOfNoName(String name) {
        assertThat(FoldedName.of(name).isEmpty()).isTrue();
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String name) {
        String key = FoldedName.of(name).key();
        assertThat(FoldedName.of(key).key()).isEqualTo(key);
        assertThat(key).matches("[A-Z0-9]*");
    }

    @Test
    void saysNothingOfThePerson() {
        assertThat(FoldedName.of("Lefèvre").toString()).doesNotContain("LEFEVRE");
    }
}
