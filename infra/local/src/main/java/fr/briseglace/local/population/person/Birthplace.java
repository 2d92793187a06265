package fr.briseglace.local.population.person;

/**
 * Where somebody was born.
 *
 * @param insee INSEE code of the commune, or {@code 99xxx} for a country
 * @param name the commune, or the country
 */
public record Birthplace(String insee, String name) {}
