package fr.briseglace.cda;

/**
 * What may still be spent on one document, counted in characters looked at. References and tables can make a small
 * document cost much; a count refuses them at the same point every time, as a clock would not.
 */
final class Work {
    /** Many times what the largest document of the field costs. */
    static final long DEFAULT = 60_000_000L;

    private long left;

    Work(long characters) {
        left = characters;
    }

    void spend(long characters) {
        left -= characters + 1;
        if (left < 0) {
            throw new Exhausted();
        }
    }

    /** The work is spent. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exhausted() {
            super(null, null, false, false);
        }
    }
}
