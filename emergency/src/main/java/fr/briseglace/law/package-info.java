/** What the law lets whom see in an emergency: modes, attestations, rights and the decision. Pure. */
@NullMarked
package fr.briseglace.law;

import org.jspecify.annotations.NullMarked;
