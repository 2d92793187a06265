/** The local stack: what production finds on its network, embedded for a machine without any of it. */
@NullMarked
package fr.briseglace.local;

import org.jspecify.annotations.NullMarked;
