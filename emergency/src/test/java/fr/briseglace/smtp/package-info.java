@NullMarked
package fr.briseglace.smtp;

import org.jspecify.annotations.NullMarked;
