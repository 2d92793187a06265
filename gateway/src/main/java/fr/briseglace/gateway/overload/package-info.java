/** How much is done at once: what a node can bear, found out while it works, and who is turned away beyond that. */
@NullMarked
package fr.briseglace.gateway.overload;

import org.jspecify.annotations.NullMarked;
