/** The administrative side of a record: who the patient is, whom to tell, what they decided. Pure. */
@NullMarked
package fr.briseglace.patient;

import org.jspecify.annotations.NullMarked;
