/** Calls that announce themselves: the patients of a case are made ready before anybody asks for them. */
@NullMarked
package fr.briseglace.announce;

import org.jspecify.annotations.NullMarked;
