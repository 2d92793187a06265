package fr.briseglace.local.stack;

import fr.briseglace.patient.PatientFile;

/** Letters that say little, each a minute younger than the one before. */
final class SmallLetter {
    private SmallLetter() {}

    /** The letter of that number: CDA, and with it the identifier of the document. */
    static String of(PatientFile file, int number) {
        return """
                <ClinicalDocument xmlns="urn:hl7-org:v3">
                  <id root="1.2.3.4.%d"/>
                  <code code="11490-0" codeSystem="2.16.840.1.113883.6.1" displayName="Lettre"/>
                  <title>Lettre %d</title>
                  <effectiveTime value="20260102%02d%02d00+0100"/>
                  <recordTarget><patientRole><id root="%s" extension="%s"/></patientRole></recordTarget>
                  <author><assignedAuthor><id root="1.2.250.1.71.4.2.1" extension="810001111111"/></assignedAuthor></author>
                  <component><structuredBody><component><section>
                    <code code="11450-4" codeSystem="2.16.840.1.113883.6.1"/>
                    <title>Problèmes</title><text><paragraph>fait %d</paragraph></text>
                  </section></component></structuredBody></component>
                </ClinicalDocument>
                """.formatted(
                        number,
                        number,
                        number / 60,
                        number % 60,
                        file.ins().oid(),
                        file.ins().value(),
                        number);
    }
}
