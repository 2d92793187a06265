package fr.briseglace.surge;

/** Whose limits a surge raises. */
public sealed interface SurgeScope {
    /** One structure, by its id in the directory. */
    record OfStructure(String id) implements SurgeScope {}

    /** All structures of a region, by its INSEE code. */
    record OfRegion(String code) implements SurgeScope {}
}
