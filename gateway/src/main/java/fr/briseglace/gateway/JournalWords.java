package fr.briseglace.gateway;

import fr.briseglace.law.BreakGlassReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the words of a journal are called by people; a word without a name is its own. */
final class JournalWords {
    private static final Map<Tongue, JournalWords> WORDS = all();

    private final Tongue tongue;
    private final Properties names;

    private JournalWords(Tongue tongue, Properties names) {
        this.tongue = tongue;
        this.names = names;
    }

    /** The words in a language. */
    static JournalWords in(Tongue tongue) {
        return Objects.requireNonNull(WORDS.get(tongue));
    }

    /**
     * The name of a word.
     *
     * @param of what it is a word for: kind, mode, role, refusal, recipient, channel, state or ground
     */
    String name(String of, String word) {
        return names.getProperty(of + "." + word, word);
    }

    /** The name of a reason; a health motive has none and stays its code. */
    String reason(String code) {
        @Nullable BreakGlassReason reason = BreakGlassReason.of(code);
        return reason == null ? code : tongue.pick(reason.french(), reason.english());
    }

    private static Map<Tongue, JournalWords> all() {
        Map<Tongue, JournalWords> all = new EnumMap<>(Tongue.class);
        for (Tongue tongue : Tongue.values()) {
            all.put(tongue, new JournalWords(tongue, read(tongue)));
        }
        return all;
    }

    private static Properties read(Tongue tongue) {
        String resource = "/journal-" + tongue.tag() + ".properties";
        Properties names = new Properties();
        try (InputStream in = Objects.requireNonNull(JournalWords.class.getResourceAsStream(resource), resource)) {
            names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
