package fr.briseglace.announce;

import fr.briseglace.identity.Ins;
import java.util.UUID;

/**
 * A patient of the store, by one of their identifiers.
 *
 * @param patientId the patient
 * @param ins by which a record may be asked for
 */
public record KnownPatient(UUID patientId, Ins ins) {}
