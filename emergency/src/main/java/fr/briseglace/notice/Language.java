package fr.briseglace.notice;

import java.util.Locale;

/** A language notices are written in. */
public enum Language {
    /** French. */
    FR(Locale.FRENCH),
    /** English. */
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /**
     * The language of a code.
     *
     * @throws IllegalArgumentException where there is none
     */
    static Language of(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("no such language");
    }

    /** For names of days and months. */
    Locale locale() {
        return locale;
    }

    /** The ISO 639-1 code, as in {@code lang} attributes. */
    public String code() {
        return locale.getLanguage();
    }
}
