package fr.briseglace.loadtests;

import io.gatling.javaapi.core.Simulation;

/** A simulation whose callers have tokens from its beginning to its end. */
abstract class Load extends Simulation {
    static final String WARM_UP = "warm-up";
    static final double LOWEST_RATE = 1;

    private final Bearers[] bearers;

    Load(Bearers... bearers) {
        this.bearers = bearers;
    }

    @Override
    public void before() {
        try {
            for (Bearers one : bearers) {
                one.start();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the first token", e);
        }
    }

    @Override
    public void after() {
        for (Bearers one : bearers) {
            one.close();
        }
    }
}
