/** The synthetic population: people who do not exist, with records to show, test and load the gateway with. */
@NullMarked
package fr.briseglace.local.population;

import org.jspecify.annotations.NullMarked;
