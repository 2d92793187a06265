@NullMarked
package fr.briseglace.gateway.limits;

import org.jspecify.annotations.NullMarked;
