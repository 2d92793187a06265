/** The whole local stack as its callers see it: by HTTPS, mail, and what is found where nothing should be. */
@NullMarked
package fr.briseglace.local.stack;

import org.jspecify.annotations.NullMarked;
