/**
 * What strangers do with the public log: verify it, and witness that it only grows; and how the log asks them to. Trusts
 * nothing that it is sent.
 */
@NullMarked
package fr.briseglace.watch;

import org.jspecify.annotations.NullMarked;
