package fr.briseglace.local.population;

import fr.briseglace.local.population.chance.Dice;

/**
 * What is particular about a patient. Each situation stands at a fixed early index, so that demonstration and tests
 * find one, and comes up further on at its rate. Even indexes are women; the second of a pair is odd and goes with the
 * index before.
 */
public enum Situation {
    /** An adult with an open record, nobody opposed or blocked; index 0 is the patient to show first. */
    ORDINARY(0, 0),
    /** Opposed to access by the regulation of centre 15. */
    OPPOSED_TO_REGULATION(2, 12),
    /** Opposed to break-glass access. */
    OPPOSED_TO_BREAK_GLASS(3, 12),
    /** Opposed to both. */
    OPPOSED_TO_BOTH(4, 8),
    /** Has a masked document. */
    MASKED_DOCUMENT(5, 20),
    /** Has a masked document and consents that it shows in an emergency. */
    MASKED_BUT_SHOWN(6, 10),
    /** Has a document the patient may not see yet. */
    HIDDEN_FROM_PATIENT(7, 10),
    /** Blocked professionals; the first patient blocked all of those who can be. */
    BLOCKED_PROFESSIONAL(8, 15),
    /** The record is closed. */
    CLOSED_RECORD(9, 10),
    /** There is no record. */
    NO_RECORD(10, 30),
    /** Dead. */
    DECEASED(11, 10),
    /** No GP is known. */
    WITHOUT_GP(12, 40),
    /** The GP has no secure mail. */
    GP_WITHOUT_ADDRESS(13, 25),
    /** Can be reached by letter alone. */
    LETTER_ONLY(14, 70),
    /** Under 16, told through the parents. */
    MINOR(15, 90),
    /** 16 or 17, without contacts of their own. */
    MINOR_OVER_16(16, 15),
    /** 16 or 17, with contacts of their own. */
    MINOR_OVER_16_WITH_CONTACTS(17, 15),
    /** 16 or 17, with contacts, and a document hidden from the parents. */
    HIDDEN_FROM_REPRESENTATIVES(18, 6),
    /** An adult under guardianship. */
    WARD(19, 10),
    /** Twin of the ordinary patient before: same birth name, date and place, other given names and INS. */
    TWIN(21, 6),
    /** Same names and birth date as the ordinary patient before, born elsewhere, other INS. */
    HOMONYM(23, 6),
    /** The identity is not validated yet. */
    PROVISIONAL_IDENTITY(24, 8),
    /** Refused resuscitation in advance. */
    RESUSCITATION_REFUSED(25, 10),
    /** Pregnant, the day not passed. */
    PREGNANT(26, 24),
    /** No allergy, and this was asked. */
    NO_KNOWN_ALLERGY(27, 40),
    /** Two documents that contradict each other: treatments stopped in the later one. */
    CONTRADICTORY_DOCUMENTS(28, 15),
    /** A document and the version that replaces it. */
    REPLACED_VERSION(29, 15),
    /** A patient of the GP whom the public example documents name. */
    PATIENT_OF_EXAMPLE_GP(30, 10);

    private static final int FIXED = 32;
    private static final int THOUSAND = 1_000;

    private final int index;
    private final int permille;

    Situation(int index, int permille) {
        this.index = index;
        this.permille = permille;
    }

    /** The index of the first patient in this situation. */
    public int index() {
        return index;
    }

    /** How many out of a thousand beyond the fixed indexes; 0 for the ordinary, who are all the others. */
    public int permille() {
        return permille;
    }

    /** The situation of an index; below 32 those of the table, ordinary between. */
    static Situation at(long seed, int index) {
        Situation drawn = drawn(seed, index);
        boolean possible =
                switch (drawn) {
                    case TWIN, HOMONYM -> index % 2 == 1 && drawn(seed, index - 1) == ORDINARY;
                    case PREGNANT -> index % 2 == 0;
                    default -> true;
                };
        return possible ? drawn : ORDINARY;
    }

    private static Situation drawn(long seed, int index) {
        if (index < FIXED) {
            return fixed(index);
        }
        int left = Dice.of(seed, index, "situation").between(0, THOUSAND - 1);
        for (Situation one : values()) {
            left -= one.permille;
            if (left < 0) {
                return one;
            }
        }
        return ORDINARY;
    }

    private static Situation fixed(int index) {
        for (Situation one : values()) {
            if (one.index == index) {
                return one;
            }
        }
        return ORDINARY;
    }
}
