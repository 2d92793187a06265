/** The local stack as one command: everything started, filled, and shown by one real emergency access. */
@NullMarked
package fr.briseglace.local.demo;

import org.jspecify.annotations.NullMarked;
