/** What strangers do with the public log: verify it, and witness that it only grows. Trusts nothing that it is sent. */
@NullMarked
package fr.briseglace.watch;

import org.jspecify.annotations.NullMarked;
