package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadOptionsTest {
    private final Properties properties = new Properties();

    @Test
    void whatIsNotSaidIsThatOfTheLocalStack() {
        LoadOptions options = LoadOptions.from(properties);
        assertThat(options.baseUrl()).isEqualTo(URI.create("https://localhost:8443"));
        assertThat(options.keyStore()).isEqualTo(Path.of(".brise-glace/pki/samu44.p12"));
        assertThat(options.authority()).isEqualTo(Path.of(".brise-glace/pki/ca.pem"));
        assertThat(options.matricules()).isEqualTo(Path.of(".brise-glace/ins.txt"));
        assertThat(options.personas()).containsExactly("regulateur", "regulateur2");
    }

    @Test
    void whatIsSaidHolds() {
        properties.setProperty("load.home", "/srv/stack");
        properties.setProperty("load.personas", "a,b,c");
        properties.setProperty("load.rate", "0.5");
        properties.setProperty("load.duration", "120");
        LoadOptions options = LoadOptions.from(properties);
        assertThat(options.matricules()).isEqualTo(Path.of("/srv/stack/ins.txt"));
        assertThat(options.personas()).containsExactly("a", "b", "c");
        assertThat(options.rate()).isEqualTo(0.5);
        assertThat(options.duration()).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @CsvSource({"rate, 0", "patients, 0", "ramp, 0", "duration, 0", "rate, fast"})
    void whatMakesNoLoadIsRefused(String name, String value) {
        properties.setProperty("load." + name, value);
        assertThatIllegalArgumentException().isThrownBy(() -> LoadOptions.from(properties));
    }
}
