package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    @Test
    void tokensTakeTurns(@TempDir Path folder) throws IOException {
        try (TokenFile tokens = new TokenFile(Files.writeString(folder.resolve("t"), "a\n\n b\n"))) {
            tokens.start();
            assertThat(List.of(tokens.next(), tokens.next(), tokens.next())).containsExactly("a", "b", "a");
        }
    }

    @Test
    void fileWithoutTokensIsRefused(@TempDir Path folder) throws IOException {
        try (TokenFile tokens = new TokenFile(Files.writeString(folder.resolve("t"), "\n"))) {
            assertThatIllegalStateException().isThrownBy(tokens::start);
        }
    }
}
