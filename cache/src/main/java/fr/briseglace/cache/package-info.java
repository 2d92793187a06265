/** An encrypted two-tier cache over Redis. Knows bytes and keys, and nothing of what they mean. */
@NullMarked
package fr.briseglace.cache;

import org.jspecify.annotations.NullMarked;
