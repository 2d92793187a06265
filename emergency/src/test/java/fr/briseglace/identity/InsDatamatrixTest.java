package fr.briseglace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsDatamatrixTest {
    private static final char GS = '\u001D';
    private static final char RS = '\u001E';
    private static final String MATRICULE = "S1279035121518989";
    private static final String AUTHORITY = "S2" + Ins.TEST;
    private static final String NAMES = "S3DOMINIQUE MARIE-LOUISE" + GS + "S4PAT-TROIS" + GS;
    private static final String REST = "S5FS628-03-1979S751215";
    private static final String WHOLE = MATRICULE + AUTHORITY + GS + NAMES + REST;

    @ParameterizedTest
    @ValueSource(strings = {"", "IS01000000000000000000000000", "]d2IS010000", "DC04FR000000FFFF1E5800FR", "S0\u001D"})
    void readsWhateverTheHeader(String header) {
        InsDatamatrix read = (InsDatamatrix) InsDatamatrix.read(header + WHOLE);
        assertThat(read.ins()).isEqualTo(new Ins("279035121518989", Ins.TEST));
        assertThat(read.givenNames()).containsExactly("DOMINIQUE", "MARIE-LOUISE");
        assertThat(read.birthName()).isEqualTo("PAT-TROIS");
        assertThat(read.sex()).isEqualTo(Sex.F);
        assertThat(read.birthDate()).isEqualTo(LocalDate.of(1979, 3, 28));
        assertThat(read.birthPlace()).isEqualTo("51215");
    }

    @Test
    void readsRecordsInAnyOrderWithAnySeparators() {
        String shuffled = "S5F" + GS + NAMES + AUTHORITY + RS + "S628-03-1979" + GS + RS + "S751215" + MATRICULE + GS;
        assertThat(InsDatamatrix.read("IS01" + shuffled)).isEqualTo(InsDatamatrix.read(WHOLE));
    }

    @Test
    void readsTheIdentifierAlone() {
        InsDatamatrix read = (InsDatamatrix) InsDatamatrix.read(MATRICULE + AUTHORITY);
        assertThat(read.ins().value()).isEqualTo("279035121518989");
        assertThat(read.traits()).isNull();
    }

    @Test
    void readsACorsicanMatricule() {
        assertThat(InsDatamatrix.read("S1253072B07300470" + AUTHORITY)).isInstanceOf(InsDatamatrix.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "279035121518989",
                MATRICULE,
                AUTHORITY,
                MATRICULE + GS + NAMES + REST,
                WHOLE + "S1279035121518989",
                WHOLE + "S8",
                WHOLE + "x",
                MATRICULE + AUTHORITY + GS + "S5X",
                MATRICULE + AUTHORITY + GS + "S631-02-1979",
                MATRICULE + AUTHORITY + GS + "S61979-03-28",
                MATRICULE + AUTHORITY + GS + "S75121",
                MATRICULE + AUTHORITY + GS + "S7PARIS",
                MATRICULE + AUTHORITY + GS + "S3 - " + GS,
                MATRICULE + AUTHORITY + GS + "S4" + GS,
            })
    void anythingElseIsNoDatamatrix(String content) {
        assertThat(InsDatamatrix.read(content)).isEqualTo(InsFault.DATAMATRIX);
    }

    @Test
    void wrongIdentifierIsNamed() {
        assertThat(InsDatamatrix.read("IS01S1279035121518988" + AUTHORITY)).isEqualTo(InsFault.KEY);
        assertThat(InsDatamatrix.read("IS01" + MATRICULE + "S21.2.3")).isEqualTo(InsFault.AUTHORITY);
        assertThat(InsDatamatrix.read("S12790351215189" + AUTHORITY)).isEqualTo(InsFault.DATAMATRIX);
    }

    @Property
    void anyTextIsReadWithoutSurprise(@ForAll String text) {
        assertThat(InsDatamatrix.read(text)).isNotNull();
        assertThat(InsDatamatrix.read(MATRICULE + AUTHORITY + GS + text)).isNotNull();
    }

    @Test
    void saysNothingOfThePerson() {
        assertThat(InsDatamatrix.read(WHOLE).toString()).doesNotContain("PAT", "279");
    }
}
