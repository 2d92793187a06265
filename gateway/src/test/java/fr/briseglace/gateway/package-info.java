/** Tests of the edge: what is let in, what is answered, and that nothing said is said back. */
@NullMarked
package fr.briseglace.gateway;

import org.jspecify.annotations.NullMarked;
