/** Gives records their place in the transparency log, and reads back what was given. */
@NullMarked
package fr.briseglace.sequence;

import org.jspecify.annotations.NullMarked;
