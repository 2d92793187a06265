/** Oversight after the fact: which accesses somebody has to look at, and what they made of them. */
@NullMarked
package fr.briseglace.oversight;

import org.jspecify.annotations.NullMarked;
