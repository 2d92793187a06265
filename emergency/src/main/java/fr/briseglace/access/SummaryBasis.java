package fr.briseglace.access;

import fr.briseglace.fhir.IpsDocument;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.summary.EmergencySummary;
import fr.briseglace.summary.SourcedDocument;
import fr.briseglace.summary.SummarySheet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What every rendering of a summary is made from. The same basis gives the same bytes, whenever it is rendered.
 *
 * @param id names its rendering in FHIR
 * @param ins whose summary it is
 * @param identity and who that is
 * @param documents what professionals may see of the record, newest first
 * @param today the day on which age and treatments are judged
 * @param asOf when it was read from the store
 */
record SummaryBasis(
        UUID id, Ins ins, PatientIdentity identity, List<SourcedDocument> documents, LocalDate today, Instant asOf) {
    SummaryBasis {
        documents = List.copyOf(documents);
    }

    /** The documents, merged. */
    EmergencySummary summary() {
        return EmergencySummary.of(documents, today, asOf);
    }

    /** The page, without what is of one access. */
    byte[] sheet() {
        return SummarySheet.render(ins, identity, summary(), today);
    }

    /** The International Patient Summary. */
    byte[] ips() {
        return IpsDocument.render(id, ins, identity, summary(), today);
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "SummaryBasis[…]";
    }
}
