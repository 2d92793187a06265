package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoadOptionsTest {
    private final Properties properties = new Properties();

    @Test
    void whatIsNotSaidIsThatOfTheLocalStack() {
        LoadOptions options = LoadOptions.from(properties, Map.of());
        assertThat(options.baseUrl()).isEqualTo(URI.create("https://localhost:8443"));
        assertThat(options.keyStore()).isEqualTo(Path.of(".brise-glace/pki/samu44.p12"));
        assertThat(options.keyStoreOf("samu75")).isEqualTo(Path.of(".brise-glace/pki/samu75.p12"));
        assertThat(options.authority()).isEqualTo(Path.of(".brise-glace/pki/ca.pem"));
        assertThat(options.personas()).containsExactly("regulateur", "regulateur2");
        assertThat(options.tokens()).isNull();
    }

    @Test
    void whatIsSaidHolds() {
        properties.setProperty("load.home", "/srv/stack");
        properties.setProperty("load.personas", "a,b,c");
        properties.setProperty("load.rate", "0.5");
        properties.setProperty("load.duration", "120");
        LoadOptions options = LoadOptions.from(properties, Map.of("rate", "7", "ramp", "9"));
        assertThat(options.authority()).isEqualTo(Path.of("/srv/stack/pki/ca.pem"));
        assertThat(options.personas()).containsExactly("a", "b", "c");
        assertThat(options.rate()).isEqualTo(0.5);
        assertThat(options.ramp()).isEqualTo(Duration.ofSeconds(9));
        assertThat(options.duration()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void anyDeploymentIsNamedByItsFiles() {
        properties.setProperty("load.keystore", "/k.p12");
        properties.setProperty("load.ca", "/ca.pem");
        properties.setProperty("load.tokens", "/t.txt");
        LoadOptions options = LoadOptions.from(properties, Map.of());
        assertThat(options.keyStore()).isEqualTo(Path.of("/k.p12"));
        assertThat(options.authority()).isEqualTo(Path.of("/ca.pem"));
        assertThat(options.tokens()).isEqualTo(Path.of("/t.txt"));
    }

    @Test
    void manyProfessionalsAreGeneratedOnes() {
        properties.setProperty("load.professionals", "3");
        assertThat(LoadOptions.from(properties, Map.of()).personas())
                .containsExactly("regulateur-0001", "regulateur-0002", "regulateur-0003");
    }

    @ParameterizedTest
    @CsvSource({"rate, 0", "patients, 0", "ramp, 0", "duration, 0", "rate, fast"})
    void whatMakesNoLoadIsRefused(String name, String value) {
        properties.setProperty("load." + name, value);
        assertThatIllegalArgumentException().isThrownBy(() -> LoadOptions.from(properties, Map.of()));
    }

    @ParameterizedTest
    @EnumSource
    void everySimulationHasALoadOfItsOwn(Named named) {
        assertThat(named.options(properties).rate()).isPositive();
        assertThat(Named.of(named.name().toLowerCase(Locale.ROOT))).isEqualTo(named);
    }

    @Test
    void noOtherNameIsOne() {
        assertThat(Named.of("WARM")).isNull();
        assertThat(Named.words()).containsExactly("warm", "cold", "surge", "abuse", "overload");
    }
}
