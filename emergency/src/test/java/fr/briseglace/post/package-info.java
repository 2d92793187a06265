/** A service on a real socket that behaves and misbehaves. */
@NullMarked
package fr.briseglace.post;

import org.jspecify.annotations.NullMarked;
