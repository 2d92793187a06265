/** The local identity provider: personas, their Pro-Santé-Connect-shaped tokens, and the endpoints that hand them out. */
@NullMarked
package fr.briseglace.local.idp;

import org.jspecify.annotations.NullMarked;
