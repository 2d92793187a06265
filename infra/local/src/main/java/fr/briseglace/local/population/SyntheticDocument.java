package fr.briseglace.local.population;

/**
 * A document of a synthetic patient, as it is deposited.
 *
 * @param cda the CDA R2 document, UTF-8
 * @param masked masked by the patient ({@code MASQUE_PS})
 * @param hiddenFromPatient not to be seen by the patient yet ({@code INVISIBLE_PATIENT})
 * @param hiddenFromRepresentatives not to be seen by the legal representatives ({@code INVISIBLE_REPRESENTANTS_LEGAUX})
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are deposited as they are and never compared
public record SyntheticDocument(
        byte[] cda, boolean masked, boolean hiddenFromPatient, boolean hiddenFromRepresentatives) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "SyntheticDocument[" + cda.length + " bytes]";
    }
}
