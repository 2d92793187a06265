package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.Drafts.Matter;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientStanding.Known;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.law.Refusal;
import fr.briseglace.notice.Addressees;
import fr.briseglace.notice.Addressees.Turn;
import fr.briseglace.notice.Channel;
import fr.briseglace.notice.Recipient;
import fr.briseglace.notice.Recipient.Kind;
import fr.briseglace.trail.RecordEntry;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record tells those who are to be told when it is made, however old what it was decided on. */
class DraftsTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T23:00:00Z");
    private static final Recipient GUARDIAN =
            new Recipient(Kind.REPRESENTATIVE, "Camille PARENT", Channel.SMS, "+33600000000");
    private static final Recipient HOLDER =
            new Recipient(Kind.PATIENT, "DOMINIQUE PAT-TROIS", Channel.EMAIL, "a@courriel.example");
    private static final Addressees TOLD = new Addressees(
            List.of(new Turn(MIDNIGHT.minusSeconds(1_800), List.of(GUARDIAN)), new Turn(MIDNIGHT, List.of(HOLDER))));
    private static final Snapshot READ_BEFORE = new Snapshot(
            MIDNIGHT.minusSeconds(1_800),
            new UUID(1, 2),
            7,
            new Known(false, RecordStatus.OPEN, PatientRights.NONE),
            TOLD,
            TOLD,
            SnapshotContent.NONE);

    @ParameterizedTest
    @CsvSource({"-1, REPRESENTATIVE", "0, PATIENT", "600, PATIENT"})
    void whoeverIsInOfficeThenIsTold(long seconds, Kind kind) {
        Instant now = MIDNIGHT.plusSeconds(seconds);
        Drafts drafts = new Drafts(() -> now, new Random(1));
        Matter matter = new Matter(REGULATOR, REGULATION, READ_BEFORE, null, null);
        RecordEntry opening = drafts.opening(matter, READ_BEFORE, drafts.now(), now.plusSeconds(60), null);
        assertThat(opening.told()).extracting(Recipient::kind).containsExactly(kind);
        RecordEntry refusal = drafts.refusal(matter, null, drafts.now(), Refusal.BLOCKED);
        assertThat(refusal.told()).extracting(Recipient::kind).containsExactly(kind);
    }
}
