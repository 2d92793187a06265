package fr.briseglace.gateway;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of words meant for people. */
public enum Tongue {
    /** The default. */
    FRENCH("fr"),
    /** On demand. */
    ENGLISH("en");

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final String tag;

    Tongue(String tag) {
        this.tag = tag;
    }

    /** Language tag, as in {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** The one of two wordings that is in this language. */
    public String pick(String french, String english) {
        return this == FRENCH ? french : english;
    }

    /** What an {@code Accept-Language} header prefers; French where it says nothing usable, as most programs do. */
    public static Tongue of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
            return FRENCH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return Locale.ENGLISH.equals(best) ? ENGLISH : FRENCH;
        } catch (IllegalArgumentException unreadable) {
            return FRENCH;
        }
    }
}
