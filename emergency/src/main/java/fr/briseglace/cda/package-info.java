/** Reads clinical documents (HL7 CDA R2, French CI-SIS families) into a header and clinical items. Pure. */
@NullMarked
package fr.briseglace.cda;

import org.jspecify.annotations.NullMarked;
