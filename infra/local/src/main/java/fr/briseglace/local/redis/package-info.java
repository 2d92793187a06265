/** The local Redis: a real server without persistence. */
@NullMarked
package fr.briseglace.local.redis;

import org.jspecify.annotations.NullMarked;
