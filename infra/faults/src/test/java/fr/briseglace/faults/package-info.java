/** Gateways under load while everything around them fails on purpose. */
@NullMarked
package fr.briseglace.faults;

import org.jspecify.annotations.NullMarked;
