package fr.briseglace.local.demo;

import fr.briseglace.local.population.Population;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the demo was asked for.
 *
 * @param home where data, keys and logs live
 * @param patients size of the synthetic population
 * @param documents folder of CDA documents to deposit as well; null for none
 * @param load whether load generators are coming: many professionals, tokens of an hour
 * @param once whether to end after the access
 * @param settings of the gateway, instead of or beside those that the demo writes
 * @param ports where to listen
 */
public record DemoOptions(
        Path home,
        int patients,
        @Nullable Path documents,
        boolean load,
        boolean once,
        Map<String, String> settings,
        Ports ports) {
    private static final Path HOME = Path.of(".brise-glace");
    private static final int PATIENTS = 1_000;

    /**
     * Reads the command line; the ports are the usual ones.
     *
     * @throws IllegalArgumentException with a sentence for the caller
     */
    public static DemoOptions read(List<String> arguments) {
        Path home = HOME;
        int patients = PATIENTS;
        Path documents = null;
        boolean load = false;
        boolean once = false;
        Map<String, String> settings = new TreeMap<>();
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String option = left.remove();
            switch (option) {
                case "--home" -> home = Path.of(value(option, left));
                case "--patients" -> patients = count(value(option, left));
                case "--import" -> documents = Path.of(value(option, left));
                case "--profile" -> load = profile(value(option, left));
                case "--once" -> once = true;
                case "--set" -> set(value(option, left), settings);
                default -> throw new IllegalArgumentException("there is no option " + option);
            }
        }
        return new DemoOptions(home, patients, documents, load, once, settings, Ports.USUAL);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.remove();
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 1 && count <= Population.CAPACITY) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with a number out of range.
        }
        throw new IllegalArgumentException("--patients needs a number from 1 to " + Population.CAPACITY);
    }

    private static void set(String setting, Map<String, String> settings) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--set needs KEY=VALUE");
        }
        settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }

    private static boolean profile(String name) {
        if (!name.equals("load")) {
            throw new IllegalArgumentException("the only profile is load");
        }
        return true;
    }
}
