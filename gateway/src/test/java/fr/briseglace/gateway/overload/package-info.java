@NullMarked
package fr.briseglace.gateway.overload;

import org.jspecify.annotations.NullMarked;
