/** The local PostgreSQL: a real server with durable commits, kept under the home folder. */
@NullMarked
package fr.briseglace.local.postgres;

import org.jspecify.annotations.NullMarked;
