package fr.briseglace.loadtests;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How often each of so many is asked for: the one of rank r with a weight of 1/r^exponent (Zipf). Some patients call
 * again and again, most hardly ever.
 */
final class Popularity {
    private final double[] upTo;

    /**
     * A distribution.
     *
     * @param count how many there are; 1 or more
     * @param exponent 0 for all alike, about 1 for what is found of calls and requests; not negative
     */
    Popularity(int count, double exponent) {
        if (count < 1 || exponent < 0) {
            throw new IllegalArgumentException("a popularity needs somebody, and an exponent of 0 or more");
        }
        upTo = new double[count];
        double sum = 0;
        for (int rank = 1; rank <= count; rank++) {
            sum += Math.pow(rank, -exponent);
            upTo[rank - 1] = sum;
        }
    }

    /** Index of whoever is asked for next, 0 for the most asked for. */
    int next(RandomGenerator random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    }
}
