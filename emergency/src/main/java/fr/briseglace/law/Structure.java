package fr.briseglace.law;

/**
 * The house a caller speaks for, as its client certificate proves.
 *
 * @param id FINESS with its prefix, e.g. {@code 1440000001}
 * @param name display name
 * @param kind what kind of house, from the directory
 */
public record Structure(String id, String name, StructureKind kind) {}
