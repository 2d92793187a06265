/** What anybody may know of all accesses together, without learning of any single one. */
@NullMarked
package fr.briseglace.statistics;

import org.jspecify.annotations.NullMarked;
