package fr.briseglace.loadtests;

/**
 * When requests are due that come faster and faster: from none to a rate while it warms up, then at one rate after
 * another, each for as long. Times are seconds from the beginning.
 */
final class Stair {
    private final double warm;
    private final double ramp;
    private final double step;
    private final double[] rates;

    /**
     * A stair.
     *
     * @param warm requests a second at the end of the warm-up
     * @param ramp seconds of the warm-up, above 0
     * @param step seconds that each rate is held, above 0
     * @param rates requests a second, each above 0
     */
    Stair(double warm, double ramp, double step, double... rates) {
        this.warm = warm;
        this.ramp = ramp;
        this.step = step;
        this.rates = rates.clone();
    }

    /** When the request of that number is due, from 0 on; not before the end where there is none. */
    double due(long number) {
        double before = warm * ramp / 2;
        if (number < before) {
            return Math.sqrt(2 * ramp * number / warm);
        }
        double start = ramp;
        for (double rate : rates) {
            if (number < before + rate * step) {
                return start + (number - before) / rate;
            }
            before += rate * step;
            start += step;
        }
        return start;
    }

    /** Which rate holds at a time, from 0 on; -1 while it warms up, and as many as there are once all is over. */
    int at(double time) {
        return time < ramp ? -1 : (int) Math.min((time - ramp) / step, rates.length);
    }

    /** When all is over. */
    double end() {
        return ramp + step * rates.length;
    }
}
