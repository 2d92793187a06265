/** The local mail sink: an SMTP server that delivers nowhere and remembers. */
@NullMarked
package fr.briseglace.local.mail;

import org.jspecify.annotations.NullMarked;
