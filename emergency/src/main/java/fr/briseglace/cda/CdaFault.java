package fr.briseglace.cda;

/** Why bytes are not a clinical document we read. Names the kind of fault and never what was in the document. */
public enum CdaFault implements CdaReading {
    /** Not well-formed XML, or in an encoding that cannot be read. */
    NOT_XML,
    /** XML, but its root is not {@code ClinicalDocument} of {@code urn:hl7-org:v3}. */
    NOT_CDA,
    /** Declares a document type, which no clinical document needs and which opens the door to entities. */
    DTD_FORBIDDEN,
    /** More than 20 MiB. */
    TOO_LARGE,
    /** Elements nested more than 200 deep. */
    TOO_DEEP,
    /** More elements, attributes or parser events than the work allowed for one document. */
    TOO_MUCH_WORK,
    /** No patient identifier. */
    NO_PATIENT,
    /** No document type. */
    NO_TYPE,
    /** No unique identifier. */
    NO_ID,
    /** No date of creation. */
    NO_DATE,
    /** Neither a structured nor an unstructured body. */
    NO_BODY,
    /** An unstructured body whose base64 or compression cannot be undone within the size allowed. */
    BODY_UNREADABLE
}
