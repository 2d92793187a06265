package fr.briseglace.cda;

import fr.briseglace.identity.Ins;
import fr.briseglace.summary.Coding;
import fr.briseglace.summary.SourceKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about itself.
 *
 * @param uniqueId {@code root^extension}, or the root alone
 * @param setId common to all versions, in the same form
 * @param version number of this version
 * @param related documents it replaces, adds to or is made from
 * @param type type of document
 * @param typeTranslations the type in other terminologies
 * @param title as written, the type's wording where absent
 * @param created when it was written
 * @param language such as {@code fr-FR}
 * @param confidentiality all confidentiality codes, translations included
 * @param patientIds all identifiers of the patient
 * @param patient traits
 * @param guardians legal representatives
 * @param authors at least one entry where the document has authors
 * @param generalPractitioner the GP where it names one
 * @param custodian name of the organisation that keeps it
 */
public record DocumentHeader(
        String uniqueId,
        @Nullable String setId,
        @Nullable Integer version,
        List<RelatedDocument> related,
        Coding type,
        List<Coding> typeTranslations,
        String title,
        Instant created,
        @Nullable String language,
        List<Coding> confidentiality,
        List<PatientId> patientIds,
        PatientTraits patient,
        List<Guardian> guardians,
        List<DocumentAuthor> authors,
        @Nullable GeneralPractitioner generalPractitioner,
        @Nullable String custodian) {
    /** Document confidentiality of the French record. */
    private static final String VISIBILITY = "1.2.250.1.213.1.1.4.13";

    /** Copies the lists. */
    public DocumentHeader {
        related = List.copyOf(related);
        typeTranslations = List.copyOf(typeTranslations);
        confidentiality = List.copyOf(confidentiality);
        patientIds = List.copyOf(patientIds);
        guardians = List.copyOf(guardians);
        authors = List.copyOf(authors);
    }

    /** The first identifier that is an INS, null where none is. */
    public @Nullable Ins ins() {
        for (PatientId id : patientIds) {
            Ins ins = id.ins();
            if (ins != null) {
                return ins;
            }
        }
        return null;
    }

    /** Masked by the patient from professionals ({@code MASQUE_PS}). */
    public boolean masked() {
        return visibility("MASQUE_PS");
    }

    /** Not yet visible to the patient ({@code INVISIBLE_PATIENT}). */
    public boolean hiddenFromPatient() {
        return visibility("INVISIBLE_PATIENT");
    }

    /** Not visible to legal representatives ({@code INVISIBLE_REPRESENTANTS_LEGAUX}). */
    public boolean hiddenFromRepresentatives() {
        return visibility("INVISIBLE_REPRESENTANTS_LEGAUX");
    }

    /** Who stands behind the document: its first author, or a professional where it names none. */
    public SourceKind kind() {
        return authors.isEmpty() ? SourceKind.PROFESSIONAL : authors.getFirst().kind();
    }

    private boolean visibility(String code) {
        return confidentiality.stream()
                .anyMatch(coding ->
                        coding.system().equals(VISIBILITY) && coding.code().equals(code));
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "DocumentHeader[…]";
    }
}
