package fr.briseglace.local.stack;

import java.util.Arrays;

/**
 * Whether two samples can be told apart by size alone (Mann-Whitney).
 *
 * @param area how often one of the second is larger than one of the first, ties counting half: 0.5 says nothing at all
 * @param deviations by how many standard deviations the sum of ranks is off what chance would make it
 */
record RankComparison(double area, double deviations) {
    /** Compares; each sample has at least one. */
    static RankComparison of(long[] first, long[] second) {
        long[] sorted = first.clone();
        Arrays.sort(sorted);
        double below = Arrays.stream(second)
                .mapToDouble(value -> (bound(sorted, value) + bound(sorted, value + 1)) / 2.0)
                .sum();
        double pairs = (double) first.length * second.length;
        double spread = Math.sqrt(pairs * (first.length + second.length + 1) / 12);
        return new RankComparison(below / pairs, (below - pairs / 2) / spread);
    }

    /** How many are smaller. */
    private static int bound(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The value that so many of a hundred do not exceed. */
    static long percentile(long[] sample, int percent) {
        long[] sorted = sample.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
