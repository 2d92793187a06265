/** Handing mail to a relay: few connections kept open, one write for the envelope and one for the content. */
@NullMarked
package fr.briseglace.smtp;

import org.jspecify.annotations.NullMarked;
