/** Mass casualties: the limits of those who are called upon are raised for a while, by order and on record. */
@NullMarked
package fr.briseglace.surge;

import org.jspecify.annotations.NullMarked;
