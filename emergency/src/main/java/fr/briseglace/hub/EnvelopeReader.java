package fr.briseglace.hub;

import fr.briseglace.hub.CaseMessage.Kind;
import fr.briseglace.hub.Members.Faults;
import fr.briseglace.json.StrictJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the message, in its envelope or bare, and what the envelope says of it. */
final class EnvelopeReader {
    private static final int LONGEST_SENDER = 100;
    private static final String REAL = "Actual";
    private static final Set<String> TELLING = Set.of("Report", "Update");

    private final Faults faults = new Faults();

    private EnvelopeReader() {}

    static HubReading read(byte[] bytes) {
        Map<String, @Nullable Object> object = StrictJson.object(bytes);
        if (object == null) {
            return HubFault.JSON;
        }
        EnvelopeReader reader = new EnvelopeReader();
        Members root = new Members(object, reader.faults);
        return root.has("content") || root.has("distributionID") ? reader.enveloped(root) : reader.bare(root);
    }

    private HubReading enveloped(Members envelope) {
        String sender = envelope.text("senderID");
        String status = envelope.text("distributionStatus");
        String kind = envelope.text("distributionKind");
        List<Members> contents = envelope.objects("content");
        boolean named = !sender.isEmpty()
                && sender.length() <= LONGEST_SENDER
                && envelope.text("distributionID").startsWith(sender + '_');
        if (!named || status.isEmpty() || kind.isEmpty() || contents.size() != 1) {
            return HubFault.ENVELOPE;
        }
        Members message = contents.getFirst()
                .object("jsonContent")
                .object("embeddedJsonContent")
                .object("message");
        return message(message, sender, status.equals(REAL) && TELLING.contains(kind));
    }

    private HubReading bare(Members message) {
        return message(message, null, true);
    }

    private HubReading message(Members message, @Nullable String sender, boolean announces) {
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> message.has(kind.member()))
                .toList();
        if (kinds.size() != 1) {
            return faults.first() == null ? HubFault.CASE : faults.first();
        }
        Kind kind = kinds.getFirst();
        Members about = message.object(kind.member());
        CaseId caseId = CaseId.read(about.text("caseId")).orElse(null);
        if (caseId == null) {
            faults.note(HubFault.CASE_ID);
        }
        List<CasePatient> patients = PatientReader.read(kind, about);
        HubFault fault = faults.first();
        return fault != null || caseId == null
                ? (fault == null ? HubFault.CASE_ID : fault)
                : new CaseMessage(kind, caseId, sender, announces, patients);
    }
}
