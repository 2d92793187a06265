/** How often who may do what: the policies, what they are charged for, and who is told when they are strained. */
@NullMarked
package fr.briseglace.gateway.limits;

import org.jspecify.annotations.NullMarked;
