/** Chance that can be repeated: draws that depend on a seed and an index alone. Pure. */
@NullMarked
package fr.briseglace.local.population.chance;

import org.jspecify.annotations.NullMarked;
