package fr.briseglace.hub;

/** Why something is not a message about a case. */
public enum HubFault implements HubReading {
    /** More than {@link CaseMessage#LARGEST} bytes. */
    SIZE,
    /** Not a strict JSON object, or nested beyond reason. */
    JSON,
    /** An envelope (EDXL-DE) without its sender, its status, its kind, or exactly one content. */
    ENVELOPE,
    /** A message of another kind, such as an acknowledgement: it tells of no case. */
    CASE,
    /** The identifier of the case is missing or not one. */
    CASE_ID,
    /** The identifier of a patient is missing or not one. */
    PATIENT_ID,
    /** What the standard describes as a text, an object or a list is something else. */
    FORM
}
