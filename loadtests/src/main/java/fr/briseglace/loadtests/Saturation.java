package fr.briseglace.loadtests;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a stair of rising rates tells of a server: the most it serves, and whether it still does, and as quickly, when
 * three times that is asked of it.
 *
 * @param steps by rising rate; the first is what the server does without effort
 */
record Saturation(List<Step> steps) {
    private static final double OVERLOAD = 3;
    private static final double KEPT = 0.9;
    private static final double SLOWER = 3;

    Saturation {
        steps = List.copyOf(steps);
    }

    /**
     * One rate, held for a while.
     *
     * @param asked a second
     * @param served a second
     * @param p99 of those served, in milliseconds
     */
    record Step(double asked, double served, double p99) {}

    /** The most that was served in a second. */
    double peak() {
        return steps.stream().mapToDouble(Step::served).max().orElse(0);
    }

    /** The highest step, which must ask for three times the peak to say anything. */
    private Step last() {
        return steps.stream().max(Comparator.comparingDouble(Step::asked)).orElseThrow();
    }

    boolean askedEnough() {
        return last().asked() >= OVERLOAD * peak();
    }

    boolean throughputKept() {
        return askedEnough() && last().served() >= KEPT * peak();
    }

    boolean latencyKept() {
        return askedEnough() && last().p99() <= SLOWER * steps.getFirst().p99();
    }

    /** All of it, for people. */
    String told() {
        StringBuilder text = new StringBuilder("    asked/s  served/s    p99 ms\n");
        steps.forEach(step -> text.append(
                String.format(Locale.ROOT, "%11.0f %9.0f %9.1f%n", step.asked(), step.served(), step.p99())));
        return text.append(String.format(
                        Locale.ROOT,
                        "at %.1f times the peak of %.0f/s: %.0f %% of it served, p99 %.2f times that of the first step%n",
                        last().asked() / peak(),
                        peak(),
                        100 * last().served() / peak(),
                        last().p99() / steps.getFirst().p99()))
                .toString();
    }
}
