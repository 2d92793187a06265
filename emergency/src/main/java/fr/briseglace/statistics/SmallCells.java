package fr.briseglace.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps small numbers from telling of anybody: counts under {@value #LEAST} are added up under no name, and so are the
 * next larger ones until what is under no name is of several and no small number itself. Nothing is said of all where all
 * of them together are too few. So none of the small ones can be had by subtraction. Pure.
 */
public final class SmallCells {
    /** The least count that is said. */
    public static final int LEAST = 10;

    private static final int SEVERAL = 2;

    private SmallCells() {}

    /**
     * A count and what it is of.
     *
     * @param of empty for those that are named together under no name
     */
    public record Cell<K>(Optional<K> of, long count) {}

    /**
     * The cells that may be said, largest first, what is under no name last.
     *
     * @param cells of distinct things; those of nothing are left out
     */
    public static <K> List<Cell<K>> grouped(List<Cell<K>> cells) {
        List<Cell<K>> ascending =
                new ArrayList<>(cells.stream().filter(cell -> cell.count() > 0).toList());
        ascending.sort(Comparator.comparingLong(Cell::count));
        int together = 0;
        long sum = 0;
        while (together < ascending.size()
                && (ascending.get(together).count() < LEAST || (together > 0 && (sum < LEAST || together < SEVERAL)))) {
            sum += ascending.get(together++).count();
        }
        List<Cell<K>> said =
                new ArrayList<>(ascending.subList(together, ascending.size()).reversed());
        if (sum >= LEAST && (together >= SEVERAL || said.isEmpty())) {
            said.add(new Cell<>(Optional.empty(), sum));
        }
        return said;
    }
}
