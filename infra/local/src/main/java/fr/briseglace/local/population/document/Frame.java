package fr.briseglace.local.population.document;

import fr.briseglace.local.population.health.Health;
import fr.briseglace.local.population.person.Person;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a document is about: whom, when, by whom, and what it says.
 *
 * @param kind type of document
 * @param person the patient
 * @param file the administrative side
 * @param gp the GP, null where none is known
 * @param contact the person to call in an emergency
 * @param health what is true of the patient that day
 * @param day the day it is written
 * @param set what all versions of the document have in common, unique to them
 * @param version number of this version, from 1; every one but the first replaces the one before
 */
public record Frame(
        DocumentKind kind,
        Person person,
        PatientFile file,
        @Nullable Practitioner gp,
        EmergencyContact contact,
        Health health,
        LocalDate day,
        String set,
        int version) {
    /** Who signs: the GP where they write such documents, otherwise the professional who does. */
    Signatory signatory() {
        return switch (kind) {
            case DISCHARGE_LETTER, SCAN, REIMBURSEMENTS -> Signatory.HOSPITAL;
            case BIOLOGY_REPORT -> Signatory.LABORATORY;
            case DISPENSATION -> Signatory.PHARMACY;
            case EMERGENCY_SHEET -> Signatory.NURSING_HOME;
            case VSM, SYNTHESIS, VACCINATION_RECORD, PRESCRIPTION -> gp == null ? Signatory.HOSPITAL : Signatory.of(gp);
        };
    }

    /** Identifier of a version of the document. */
    String id(int ofVersion) {
        return set + "." + ofVersion;
    }
}
