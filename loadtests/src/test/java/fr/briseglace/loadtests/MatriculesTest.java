package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatriculesTest {
    @Test
    void theFirstOfTheFileAreAskedForEachInItsTurnOfChance(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ins.txt"), "a\n\n b \nc\nd\n");
        Matricules matricules = Matricules.read(file, 3);
        assertThat(matricules.values()).containsExactly("a", "b", "c");
        Random random = new Random(1);
        assertThat(IntStream.range(0, 100).mapToObj(i -> matricules.any(random)))
                .contains("a", "b", "c")
                .doesNotContain("d");
    }

    @Test
    void aLoadOnNobodyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Matricules(List.of()));
    }
}
