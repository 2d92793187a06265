package fr.briseglace.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A name as it is compared: capitals without accents, ligatures written out, and nothing of hyphens, apostrophes and
 * spaces but where words end. What was typed in a hurry and what stands on the birth certificate fold to the same.
 *
 * <p>{@link #key} is also what the store compares; its {@code fold_name} must give the same for every name.
 *
 * @param words parts between spaces, hyphens and apostrophes; only {@code A–Z} and {@code 0–9}; none where nothing is
 *     left of the name
 */
public record FoldedName(List<String> words) {
    /** Copies the list. */
    public FoldedName {
        words = List.copyOf(words);
    }

    /** Folds a name. */
    public static FoldedName of(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String parts = Normalizer.normalize(name, Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            String letters = letters(c);
            if (!letters.isEmpty()) {
                word.append(letters);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return new FoldedName(words);
    }

    /** What a character stands for; the letters beyond A–Z are those that no normal form takes apart. */
    private static String letters(char c) {
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            return String.valueOf(c);
        }
        if (c >= 'a' && c <= 'z') {
            return String.valueOf((char) (c - 'a' + 'A'));
        }
        return switch (c) {
            case 'œ', 'Œ' -> "OE";
            case 'æ', 'Æ' -> "AE";
            case 'ß', 'ẞ' -> "SS";
            case 'þ', 'Þ' -> "TH";
            case 'ø', 'Ø' -> "O";
            case 'đ', 'Đ', 'ð', 'Ð' -> "D";
            case 'ł', 'Ł' -> "L";
            case 'ı' -> "I";
            default -> "";
        };
    }

    /** The words without what parted them: {@code LE GOFF}, {@code Le-Goff} and {@code LEGOFF} are one. */
    public String key() {
        return String.join("", words);
    }

    /** Whether nothing is left to compare. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "FoldedName[…]";
    }
}
