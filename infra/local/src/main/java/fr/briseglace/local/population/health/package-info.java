/** The clinical side of a synthetic person, drawn from small lists of ours. Pure. */
@NullMarked
package fr.briseglace.local.population.health;

import org.jspecify.annotations.NullMarked;
