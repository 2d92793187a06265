package fr.briseglace.loadtests;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The simulations by name, and what each does where nothing else is said. */
enum Named {
    WARM(WarmAccess.class, "professionals=100"),
    COLD(ColdAccess.class, "rate=10 patients=900 skip=1 ramp=10 professionals=100"),
    SURGE(Surge.class, "rate=0.25 popularity=0 professionals=50 ramp=20"),
    ABUSE(Abuse.class, "rate=50 professionals=50 popularity=0.5"),
    OVERLOAD(Overload.class, "rate=50 duration=8 professionals=100");

    private final Class<?> simulation;
    private final String usual;

    Named(Class<?> simulation, String usual) {
        this.simulation = simulation;
        this.usual = usual;
    }

    /** The simulation of that name, or null. */
    static @Nullable Named of(String word) {
        return Stream.of(values())
                .filter(named -> named.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** The names there are. */
    static List<String> words() {
        return Stream.of(values()).map(Named::word).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Class<?> simulation() {
        return simulation;
    }

    LoadOptions options() {
        return options(System.getProperties());
    }

    LoadOptions options(Properties properties) {
        Map<String, String> words = Stream.of(usual.split(" ", -1))
                .map(word -> word.split("=", -1))
                .collect(Collectors.toUnmodifiableMap(word -> word[0], word -> word[1]));
        return LoadOptions.from(properties, words);
    }
}
