package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.Loopback;
import fr.briseglace.local.population.Situation;
import fr.briseglace.local.population.SyntheticPatient;
import fr.briseglace.patient.PatientFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is left of accesses in the shared cache and in the log: nobody's number, name, token or illness. */
@OnStack
class NothingInClearTest {
    private static final int SHORTEST_WORD = 6;
    private static final int LARGE = 1_000;
    /** Longer than any two sealed values could share but for how they begin. */
    private static final int RUN = 12;

    private final Stack stack;
    private final Set<String> secrets = new LinkedHashSet<>();

    NothingInClearTest(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void openSeveralRecordsAndBeRefusedOthers() throws IOException {
        List<SyntheticPatient> patients = Stream.of(
                        Situation.ORDINARY,
                        Situation.MINOR,
                        Situation.WARD,
                        Situation.MASKED_BUT_SHOWN,
                        Situation.PREGNANT)
                .map(stack::patient)
                .toList();
        for (SyntheticPatient patient : patients) {
            PatientFile file = patient.file();
            Answer answer = stack.as("regulateur").open(Asking.regulation(file.ins()));
            assertThat(answer.status()).isEqualTo(201);
            stack.as("arm").open(Asking.regulation(file.ins()));
            stack.as("regulateur")
                    .open(Asking.regulation(file.ins())
                            .put("etrange", file.ins().value()));
            stack.holder(file.ins()).journal(file.ins());
            secrets.add(file.ins().value());
            word(file.identity().birthName());
            secrets.add(Asking.REASON);
            answer.items().stream().map(item -> item.getString("label")).forEach(this::word);
            answer.sources().stream().map(source -> source.getString("title")).forEach(this::word);
        }
        secrets.add("REGULATION0001");
        secrets.addAll(stack.tokens());
        stack.tokens().forEach(token -> secrets.add(token.substring(token.lastIndexOf('.') + 1)));
        assertThat(secrets).hasSizeGreaterThan(100);
    }

    private void word(String text) {
        if (text.length() >= SHORTEST_WORD) {
            secrets.add(text);
        }
    }

    @Test
    void sharedCacheHoldsNothingThatCanBeRead() throws IOException {
        Map<String, String> content = cached();
        assertThat(content).isNotEmpty();
        StringBuilder all = new StringBuilder();
        content.forEach(
                (key, value) -> all.append(key).append('\n').append(value).append('\n'));
        absent(all.toString());
        String utf8 = new String(all.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        absent(utf8);
    }

    @Test
    void snapshotsAreInTheSharedCacheAndLookLikeNoise() throws IOException {
        List<String> values = cached().values().stream()
                .filter(value -> value.length() > LARGE)
                .toList();
        assertThat(values).hasSizeGreaterThanOrEqualTo(5);
        for (String value : values) {
            assertThat(deflated(value)).isGreaterThan(value.length() * 98 / 100);
        }
    }

    @Test
    void snapshotsThatSayMuchOfTheSameShareNothingOnceSealed() throws IOException {
        List<String> values = cached().values().stream()
                .filter(value -> value.length() > LARGE)
                .toList();
        Set<String> seen = new LinkedHashSet<>();
        for (String value : values) {
            List<String> own = new ArrayList<>();
            for (int from = RUN; from + RUN <= value.length(); from++) {
                own.add(value.substring(from, from + RUN));
            }
            assertThat(own).noneMatch(seen::contains);
            seen.addAll(own);
        }
    }

    @Test
    void logNamesNobody() throws IOException {
        String log = stack.log().text();
        assertThat(log).contains("refused", "not-entitled", "malformed", "serving");
        absent(log);
        assertThat(log)
                .doesNotContain("Bearer", "etrange", stack.as("regulateur").nationalId());
    }

    private void absent(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        List<Integer> found = new ArrayList<>();
        int place = 0;
        for (String secret : secrets) {
            if (text.contains(secret) || folded.contains(secret.toLowerCase(Locale.ROOT))) {
                found.add(place);
            }
            place++;
        }
        assertThat(found).as("places, among what must not be there, of what is").isEmpty();
    }

    private static int deflated(String value) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(value.getBytes(StandardCharsets.ISO_8859_1));
        deflater.finish();
        byte[] out = new byte[value.length() * 2 + RUN];
        int size = deflater.deflate(out);
        deflater.end();
        return size;
    }

    private Map<String, String> cached() throws IOException {
        try (RedisContent redis =
                new RedisContent(Loopback.HOST, stack.local().redis().port())) {
            return redis.all();
        }
    }
}
