/** The PostgreSQL store: patients, rights, documents, the trail and the directory. */
@NullMarked
package fr.briseglace.store;

import org.jspecify.annotations.NullMarked;
