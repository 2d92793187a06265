package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatriculesTest {
    @Test
    void theFirstOfTheFileAreAskedForEachInItsTurnOfChance(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ins.txt"), "z\na\n\n b \nc\nd\n");
        Matricules matricules = Matricules.read(file, 1, 3);
        assertThat(matricules.values()).containsExactly("a", "b", "c");
        assertThat(Stream.generate(matricules.byPopularity(0)::next).limit(200))
                .contains("a", "b", "c")
                .doesNotContain("d", "z");
    }

    @Test
    void eachIsAskedForOnceAndNobodyTwice() {
        Patients each = new Matricules(List.of("a", "b")).eachOnce();
        assertThat(List.of(each.next(), each.next())).containsExactly("a", "b");
        assertThatIllegalStateException().isThrownBy(each::next);
    }

    @Test
    void aLoadOnNobodyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Matricules(List.of()));
    }
}
