/** The trail: what was asked and answered, its canonical form, and how it is made durable before anything leaves. */
@NullMarked
package fr.briseglace.trail;

import org.jspecify.annotations.NullMarked;
