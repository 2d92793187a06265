/** The use case: what happens between a request for a record in an emergency and its answer. */
@NullMarked
package fr.briseglace.access;

import org.jspecify.annotations.NullMarked;
