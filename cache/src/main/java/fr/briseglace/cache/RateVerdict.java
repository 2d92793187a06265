package fr.briseglace.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether a request may go on, and how its caller stands with each policy it was charged to, in that order. */
public sealed interface RateVerdict {
    /** How the caller stands with each policy. */
    List<Gcra.Standing> standings();

    /** Whether this node decided alone: Redis was away, or had said enough of the caller before. */
    boolean local();

    /** The policies of which this very request crossed the soft threshold. */
    default Stream<RatePolicy> turnedSoft() {
        return standings().stream().filter(Gcra.Standing::turnedSoft).map(Gcra.Standing::policy);
    }

    /** Every policy admits the request; it has been charged to all of them. */
    record Admitted(List<Gcra.Standing> standings, boolean local) implements RateVerdict {
        /** Copies the list. */
        public Admitted {
            standings = List.copyOf(standings);
        }
    }

    /**
     * A policy refuses the request; it has been charged to none.
     *
     * @param policy the one that refuses for longest
     * @param retryAfterMicros how long until it would not, 1 or more
     */
    record Limited(List<Gcra.Standing> standings, boolean local, RatePolicy policy, long retryAfterMicros)
            implements RateVerdict {
        /** Copies the list. */
        public Limited {
            standings = List.copyOf(standings);
        }
    }

    /** The verdict on these charges at {@code now}, from the arrival times remembered before, in the same order. */
    static RateVerdict on(List<RateCharge> charges, List<Long> tats, long now, boolean local) {
        List<Long> after = new ArrayList<>(charges.size());
        RatePolicy refusing = null;
        long longest = 0;
        for (int i = 0; i < charges.size(); i++) {
            RateCharge charge = charges.get(i);
            Gcra.Decision decision = Gcra.decide(charge.policy(), charge.cost(), now, tats.get(i));
            after.add(decision.tat());
            if (decision.retryAfterMicros() > longest) {
                refusing = charge.policy();
                longest = decision.retryAfterMicros();
            }
        }
        return refusing == null
                ? new Admitted(standings(charges, tats, after, now), local)
                : new Limited(standings(charges, tats, tats, now), local, refusing, longest);
    }

    /** The verdict on what was used already. */
    static RateVerdict onDebit(List<RateCharge> charges, List<Long> tats, long now, boolean local) {
        List<Long> after = new ArrayList<>(charges.size());
        for (int i = 0; i < charges.size(); i++) {
            after.add(charges.get(i).debited(now, tats.get(i)));
        }
        return new Admitted(standings(charges, tats, after, now), local);
    }

    private static List<Gcra.Standing> standings(
            List<RateCharge> charges, List<Long> before, List<Long> after, long now) {
        List<Gcra.Standing> standings = new ArrayList<>(charges.size());
        for (int i = 0; i < charges.size(); i++) {
            standings.add(Gcra.standing(charges.get(i).policy(), now, before.get(i), after.get(i)));
        }
        return standings;
    }
}
