/** Calling HTTP services of others; serves none. */
@NullMarked
package fr.briseglace.post;

import org.jspecify.annotations.NullMarked;
