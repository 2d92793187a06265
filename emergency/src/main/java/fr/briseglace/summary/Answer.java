package fr.briseglace.summary;

/** Yes or no. */
public record Answer(boolean yes) implements ItemValue {
    /** Says nothing clinical. */
    @Override
    public String toString() {
        return "Answer[…]";
    }
}
