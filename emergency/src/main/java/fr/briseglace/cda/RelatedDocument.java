package fr.briseglace.cda;

import org.jspecify.annotations.Nullable;

/**
 * Another document that this one relates to.
 *
 * @param kind how
 * @param uniqueId the other's unique id
 * @param setId the other's set, null where not written
 */
public record RelatedDocument(
        Kind kind, @Nullable String uniqueId, @Nullable String setId) {
    /** How documents relate. */
    public enum Kind {
        /** This one replaces the other ({@code RPLC}). */
        REPLACES,
        /** This one adds to the other ({@code APND}). */
        APPENDS,
        /** This one is made from the other ({@code XFRM}). */
        TRANSFORMS
    }
}
