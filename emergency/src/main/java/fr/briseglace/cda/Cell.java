package fr.briseglace.cda;

import fr.briseglace.summary.Words;

/**
 * A piece of narrative with what stands above or before it.
 *
 * @param header heading of the column, or first cell of a pair; empty where there is none
 * @param headerCounts whether the header is content of its own, as the first cell of a pair is
 * @param text what is written, never blank
 */
record Cell(String header, boolean headerCounts, String text) {
    /** As it reads in a sentence. */
    String phrase() {
        return header.isEmpty() ? text : header.replaceFirst("\\s*:$", "") + " : " + text;
    }

    String folded() {
        return Words.fold(text);
    }

    /** Says nothing clinical. */
    @Override
    public String toString() {
        return "Cell[…]";
    }
}
