/** Who a patient is: the national identifier (INS), the traits, and how they are read. Pure. */
@NullMarked
package fr.briseglace.identity;

import org.jspecify.annotations.NullMarked;
