/** Finding a patient without an identifier: what is asked, how it is answered, and what is recorded of it. */
@NullMarked
package fr.briseglace.search;

import org.jspecify.annotations.NullMarked;
