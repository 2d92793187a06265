package fr.briseglace.local.population.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TinyPdfTest {
    private static final String PDF =
            new String(TinyPdf.of(List.of("Échographie (œil)", "c:\\dossier")), Charset.forName("windows-1252"));

    @Test
    void theTableOfReferencesPointsAtEachObject() {
        List<Integer> offsets = Pattern.compile("(\\d{10}) 00000 n")
                .matcher(PDF)
                .results()
                .map(MatchResult::group)
                .map(line -> Integer.valueOf(line.substring(0, 10)))
                .toList();
        assertThat(offsets).hasSize(5);
        for (int i = 0; i < offsets.size(); i++) {
            assertThat(PDF.substring(offsets.get(i))).startsWith((i + 1) + " 0 obj");
        }
    }

    @Test
    void theEndSaysWhereTheTableBegins() {
        int start = Integer.parseInt(PDF.substring(PDF.indexOf("startxref") + 10, PDF.indexOf("%%EOF"))
                .strip());
        assertThat(PDF.substring(start)).startsWith("xref\n0 6\n");
    }

    @Test
    void parenthesesAndBackslashesAreEscaped() {
        assertThat(PDF).contains("(Échographie \\(œil\\)) Tj", "(c:\\\\dossier) Tj");
    }
}
