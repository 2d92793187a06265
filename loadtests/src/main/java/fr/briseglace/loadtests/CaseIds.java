package fr.briseglace.loadtests;

import java.util.concurrent.atomic.AtomicLong;

/** Case identifiers shaped like those of a SAMU, never the same twice in a run nor, but by chance, in two runs. */
final class CaseIds {
    private static final int RADIX = 36;

    private final String run;
    private final AtomicLong count = new AtomicLong();

    /** {@code run} tells this run from others. */
    CaseIds(long run) {
        this.run = Long.toString(Math.abs(run % 1_000_000_000L), RADIX);
    }

    String next() {
        return "fr.health.samu440.LOAD" + run + "X" + Long.toString(count.getAndIncrement(), RADIX);
    }
}
