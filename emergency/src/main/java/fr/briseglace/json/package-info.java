/** JSON as others send it: read strictly, within bounds. */
@NullMarked
package fr.briseglace.json;

import org.jspecify.annotations.NullMarked;
