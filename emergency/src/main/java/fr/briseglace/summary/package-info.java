/** What an emergency doctor must know: items with provenance, merged into sections and the vital strip. Pure. */
@NullMarked
package fr.briseglace.summary;

import org.jspecify.annotations.NullMarked;
