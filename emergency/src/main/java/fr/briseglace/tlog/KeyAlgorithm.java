package fr.briseglace.tlog;

import org.jspecify.annotations.Nullable;

/** What a note's key is for. */
public enum KeyAlgorithm {
    /** Signs notes as they are. */
    ED25519(1),
    /** Signs that a log was seen to be consistent, and when (C2SP tlog-cosignature, version 1). */
    COSIGNATURE(4);

    private final int code;

    KeyAlgorithm(int code) {
        this.code = code;
    }

    /** The byte by which signed notes know it. */
    int code() {
        return code;
    }

    static @Nullable KeyAlgorithm of(int code) {
        for (KeyAlgorithm algorithm : values()) {
            if (algorithm.code == code) {
                return algorithm;
            }
        }
        return null;
    }
}
