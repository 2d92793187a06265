/** What is rendered as FHIR, held to the standard by its reference validator. */
@NullMarked
package fr.briseglace.conformance;

import org.jspecify.annotations.NullMarked;
