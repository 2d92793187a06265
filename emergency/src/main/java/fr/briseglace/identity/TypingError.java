package fr.briseglace.identity;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One slip of a hand in a word: a letter too many, one missing, a wrong one, or two neighbours the wrong way round
 * (Damerau distance 1).
 */
public final class TypingError {
    /** Shortest word in which a slip is forgiven, in letters: LY and LI are two names, not one and a slip. */
    public static final int SHORTEST = 3;

    private static final char ANY = '_';

    private TypingError() {}

    /** Whether one slip, and no less, lies between two words that are both long enough to forgive it. */
    public static boolean between(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST) {
            return false;
        }
        int head = 0;
        while (head < shorter && one.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        int restOfOne = one.length() - head - tail;
        int restOfOther = other.length() - head - tail;
        return switch (restOfOne + restOfOther) {
            case 1 -> true;
            case 2 -> restOfOne == 1;
            case 4 ->
                restOfOne == 2
                        && one.charAt(head) == other.charAt(head + 1)
                        && one.charAt(head + 1) == other.charAt(head);
            default -> false;
        };
    }

    /**
     * The word and every word one slip away, as patterns in which {@code _} is any one letter: what SQL's {@code like}
     * takes. Some four a letter.
     *
     * @param word letters and digits only
     */
    public static Set<String> patterns(String word) {
        Set<String> patterns = new LinkedHashSet<>();
        patterns.add(word);
        if (word.length() < SHORTEST) {
            return patterns;
        }
        for (int i = 0; i <= word.length(); i++) {
            patterns.add(word.substring(0, i) + ANY + word.substring(i));
        }
        for (int i = 0; i < word.length(); i++) {
            String before = word.substring(0, i);
            patterns.add(before + ANY + word.substring(i + 1));
            if (word.length() > SHORTEST) {
                patterns.add(before + word.substring(i + 1));
            }
            if (i + 1 < word.length()) {
                patterns.add(before + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
            }
        }
        return patterns;
    }
}
