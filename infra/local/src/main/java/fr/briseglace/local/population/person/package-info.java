/** The civil side of a synthetic person: birth, names, identifier, address, GP, representatives. Pure. */
@NullMarked
package fr.briseglace.local.population.person;

import org.jspecify.annotations.NullMarked;
