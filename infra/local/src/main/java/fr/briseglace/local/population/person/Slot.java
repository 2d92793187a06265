package fr.briseglace.local.population.person;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.Sex;
import fr.briseglace.local.population.chance.Dice;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The part of an INS that keeps it from being anybody else's: birthplace, rank in the register, month and sex.
 *
 * <p>Indexes run through all cells of place and rank in a scattered order, women and men in turn, an even one a woman;
 * once round, each cell moves on by a month, and after twelve rounds by a sex. So no two indexes below
 * {@link #CAPACITY} share a slot, whatever their birth years.
 *
 * @param place where the person was born
 * @param rank rank of the slot in the place's register, from 0
 * @param month month of birth, 1 to 12
 * @param sex administrative sex
 */
record Slot(Birthplace place, int rank, int month, Sex sex) {
    private static final int PLACES = Birthplaces.ALL.size() & ~1;
    /** Four order numbers a rank, and an order number has three digits. */
    private static final int RANKS = 249;

    private static final int BEARERS = 4;

    private static final int MONTHS = 12;
    /** Even, so that the indexes of a cell are all even or all odd. */
    private static final int CELLS = PLACES * RANKS;

    /** A prime that divides neither the places nor the ranks, so that its multiples reach every cell. */
    private static final long STRIDE = 1_000_003;

    /** How many indexes have a slot of their own. */
    static final int CAPACITY = CELLS * MONTHS * 2;

    static Slot of(long seed, int index) {
        if (index < 0 || index >= CAPACITY) {
            throw new IllegalArgumentException("no slot beyond " + CAPACITY);
        }
        int cell = Math.floorMod(index * STRIDE + Math.floorMod(seed, CELLS), CELLS);
        int round = index / CELLS;
        int month = 1 + (Dice.of(seed, cell, "month").between(0, MONTHS - 1) + round) % MONTHS;
        Sex sex = (index + round / MONTHS) % 2 == 0 ? Sex.F : Sex.M;
        return new Slot(Birthplaces.ALL.get(cell % PLACES), cell / PLACES, month, sex);
    }

    /** The INS of somebody born that day, whose month and sex need not be the slot's; of the test authority. */
    Ins ins(Bearer bearer, Sex bornAs, LocalDate birthDate) {
        String body = String.format(
                Locale.ROOT,
                "%d%02d%02d%s%03d",
                bornAs == Sex.F ? 2 : 1,
                birthDate.getYear() % 100,
                birthDate.getMonthValue(),
                place.insee(),
                rank * BEARERS + bearer.order);
        return new Ins(body + String.format(Locale.ROOT, "%02d", Ins.key(body)), Ins.TEST);
    }

    /** Who bears the number: each has an order number of the rank for themselves. */
    enum Bearer {
        /** The person of the index. */
        SELF(1),
        /** The twin of the person of the index. */
        TWIN(2),
        /** Somebody of the same names and birth date as the person of the index before. */
        HOMONYM(3),
        /** The legal representative of the person of the index. */
        REPRESENTATIVE(4);

        private final int order;

        Bearer(int order) {
            this.order = order;
        }
    }
}
