package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.demo.Demo;
import fr.briseglace.local.demo.DemoOptions;
import fr.briseglace.local.demo.FirstAccess;
import fr.briseglace.local.demo.Page;
import fr.briseglace.local.demo.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo command: what it performs, what it prints, what it leaves, and how it ends. */
@OnStack
class DemoTest {
    private final Stack stack;

    DemoTest(Stack stack) {
        this.stack = stack;
    }

    @Test
    void firstAccessIsCompleteAndThePageTellsIt() throws IOException, GeneralSecurityException, InterruptedException {
        FirstAccess.Seen seen = new FirstAccess(stack.local()).perform();
        assertThat(seen.status()).isEqualTo(201);
        assertThat(seen.complete()).isTrue();
        String page = Page.of(stack.local(), seen, Duration.ofMillis(4_200));
        Ports ports = stack.local().options().ports();
        assertThat(page)
                .contains("started in 4.2 s")
                .contains("https://localhost:" + ports.api())
                .contains("http://localhost:" + ports.operations() + "/health/ready")
                .contains("http://localhost:" + ports.identities())
                .contains(seen.answer().getString("id"))
                .contains("the patient's own journal shows it")
                .contains("To the patient", "To the GP")
                .contains("All of this really happened.")
                .doesNotContain("NOT ALL", "NO NOTICE");
    }

    @Test
    void ordinaryPatientsAreListedAndCanAllBeOpened() throws IOException {
        List<String> matricules =
                Files.readAllLines(stack.local().options().home().resolve("ins.txt"));
        assertThat(matricules).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(matricules).contains(stack.local().population().file(0).ins().value());
        for (String matricule : matricules.subList(matricules.size() - 5, matricules.size())) {
            Answer answer = stack.as("regulateur").open(Asking.regulation(matricule, Ins.TEST));
            assertThat(answer.status()).isEqualTo(201);
        }
    }

    @Test
    void tokensForLoadGeneratorsCount() throws IOException {
        List<String> tokens = Files.readAllLines(stack.local().options().home().resolve("tokens.txt"));
        assertThat(tokens).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
        Answer answer = stack.as("regulateur")
                .openWith(
                        "Bearer " + tokens.getLast(),
                        Asking.regulation(stack.ordinary().file().ins()));
        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void configurationOfTheGatewayHoldsNoSecret() throws IOException {
        Properties configuration = new Properties();
        try (var reader = Files.newBufferedReader(stack.local().options().home().resolve("gateway.properties"))) {
            configuration.load(reader);
        }
        assertThat(configuration.stringPropertyNames())
                .contains("public.port", "tokens.issuer", "cache.keys")
                .noneMatch(name -> name.contains("password") || name.contains("secret"));
        assertThat(Path.of(configuration.getProperty("cache.keys"))).isRegularFile();
        assertThat(configuration).containsAllEntriesOf(Stack.SETTINGS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "--home",
                "--patients",
                "--patients none",
                "--patients 0",
                "--patients 999999999",
                "--profile idle",
                "--set limits.factor",
                "--set =40"
            })
    void optionThatIsWrongIsSaid(String line) {
        assertThatThrownBy(() -> DemoOptions.read(List.of(line.split(" ", -1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(there is no option|--[a-z]+ needs|the only profile) .*");
    }

    @Test
    void optionsAreReadInAnyOrder() {
        assertThat(DemoOptions.read(List.of(
                        "--once",
                        "--set",
                        "a=b=c",
                        "--patients",
                        "60",
                        "--profile",
                        "load",
                        "--home",
                        "h",
                        "--set",
                        "d=",
                        "--import",
                        "documents")))
                .isEqualTo(new DemoOptions(
                        Path.of("h"), 60, Path.of("documents"), true, true, Map.of("a", "b=c", "d", ""), Ports.USUAL));
        assertThat(DemoOptions.read(List.of()))
                .isEqualTo(new DemoOptions(Path.of(".brise-glace"), 1_000, null, false, false, Map.of(), Ports.USUAL));
    }

    @Test
    void commandEndsWith2WhereItsOptionsAreWrong() throws IOException, InterruptedException {
        Ended ended = run("--nonsense");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.words()).contains("brise-glace: there is no option --nonsense");
    }

    @Test
    void commandEndsWith2WhereASettingIsWrong(@TempDir Path home) throws IOException, InterruptedException {
        Ended ended = run("--once", "--home", home.toString(), "--set", "nonsense=1");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.words()).contains("brise-glace: nonsense is not a key of this configuration");
    }

    @Test
    void commandEndsWith1WhereItCannotStart(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("a-file"));
        Ended ended = run("--once", "--home", file.resolve("home").toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.words()).contains("the local stack cannot start");
    }

    private record Ended(int code, String words) {}

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Demo.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), words);
    }
}
