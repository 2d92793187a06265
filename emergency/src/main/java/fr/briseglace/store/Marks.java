package fr.briseglace.store;

import fr.briseglace.cda.DocumentHeader;

/**
 * From whom a document is kept.
 *
 * @param masked from professionals, by the patient ({@code MASQUE_PS})
 * @param hiddenFromPatient from the patient, until the announcement consultation ({@code INVISIBLE_PATIENT})
 * @param hiddenFromRepresentatives from legal representatives ({@code INVISIBLE_REPRESENTANTS_LEGAUX})
 */
public record Marks(boolean masked, boolean hiddenFromPatient, boolean hiddenFromRepresentatives) {
    /** Kept from nobody, but for what the document's own header says. */
    public static final Marks NONE = new Marks(false, false, false);

    /** These marks and those of the document's own header. */
    Marks and(DocumentHeader header) {
        return new Marks(
                masked || header.masked(),
                hiddenFromPatient || header.hiddenFromPatient(),
                hiddenFromRepresentatives || header.hiddenFromRepresentatives());
    }
}
