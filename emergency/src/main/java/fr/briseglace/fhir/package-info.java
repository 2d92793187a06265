/** What FHIR R4 calls things: the summary as an International Patient Summary, the trail as audit events. Pure. */
@NullMarked
package fr.briseglace.fhir;

import org.jspecify.annotations.NullMarked;
