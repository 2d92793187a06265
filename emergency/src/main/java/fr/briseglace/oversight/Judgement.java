package fr.briseglace.oversight;

import java.util.Arrays;

/** What the privacy officer made of it. */
public enum Judgement {
    /** As it should be. */
    LEGITIMATE("legitimate"),
    /** Not clear yet: stays to be judged, after an investigation. */
    TO_INVESTIGATE("to-investigate"),
    /** An abuse. */
    ABUSE("abuse");

    private final String word;

    Judgement(String word) {
        this.word = word;
    }

    /** The judgement as stored, encoded and shown. */
    public String word() {
        return word;
    }

    /**
     * The judgement of a word.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Judgement of(String word) {
        return Arrays.stream(values())
                .filter(judgement -> judgement.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such judgement"));
    }

    /** Whether it leaves nothing to judge. */
    public boolean settles() {
        return this != TO_INVESTIGATE;
    }
}
