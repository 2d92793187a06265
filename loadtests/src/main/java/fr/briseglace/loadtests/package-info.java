/** Load on a running deployment, from outside: knows its HTTP contract and nothing else of it. */
@NullMarked
package fr.briseglace.loadtests;

import org.jspecify.annotations.NullMarked;
