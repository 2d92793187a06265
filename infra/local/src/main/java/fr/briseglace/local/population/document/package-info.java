/** The documents of a synthetic person, written as CDA R2 in the field's templates. Pure. */
@NullMarked
package fr.briseglace.local.population.document;

import org.jspecify.annotations.NullMarked;
