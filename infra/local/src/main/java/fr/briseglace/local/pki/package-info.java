/** The local PKI: one authority, one server certificate, one client certificate per structure. */
@NullMarked
package fr.briseglace.local.pki;

import org.jspecify.annotations.NullMarked;
