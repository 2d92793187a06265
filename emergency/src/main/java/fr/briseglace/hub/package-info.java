/** Messages of the Hub Santé, by which regulation centres tell each other of their cases. */
@NullMarked
package fr.briseglace.hub;

import org.jspecify.annotations.NullMarked;
