/** Whoever must be told of an access is told at once: recipients, wording, outbox, dispatch (CSP R.1111-39). */
@NullMarked
package fr.briseglace.notice;

import org.jspecify.annotations.NullMarked;
