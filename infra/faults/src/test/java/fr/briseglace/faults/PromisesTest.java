package fr.briseglace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.faults.Trail.Notice;
import fr.briseglace.faults.Trail.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever counts must be able to count wrong: a log that is in order, and the same log violated in every way. */
class PromisesTest {
    private static final String CASE = "case-1";
    private static final UUID ACCESS = new UUID(1, 1);
    private static final UUID RECORD = new UUID(2, 2);
    private static final UUID PATIENT = new UUID(3, 3);
    private static final UUID NOTICE = new UUID(4, 4);
    private static final long FAULT = 1_000_000_000_000L;

    private static final Recorded OPENED = new Recorded(RECORD, ACCESS, PATIENT, "opened", CASE, false, true);
    private static final Notice TOLD = new Notice(NOTICE, RECORD, true, "sent");

    private static Asked answered(int status, UUID access) {
        return answered(status, access, false);
    }

    private static Asked answered(int status, UUID access, boolean degraded) {
        return new Asked(
                CASE,
                7,
                FAULT,
                FAULT,
                FAULT + 10,
                Optional.of(new Asked.Answer(status, Optional.of(access), "", degraded)),
                "",
                0);
    }

    private static ClientLog log(List<Asked> asked, Opposed... opposed) {
        return new ClientLog(asked, List.of(opposed), Set.of(), FAULT, FAULT + 1_000);
    }

    private static Trail trail(
            List<Recorded> records, List<Notice> notices, Set<UUID> findings, Map<UUID, Integer> mails) {
        return new Trail(records, notices, findings, Map.of(PATIENT, 1), mails);
    }

    private static Trail whole() {
        return trail(List.of(OPENED), List.of(TOLD), Set.of(), Map.of(NOTICE, 1));
    }

    @Test
    void logThatIsInOrderBreaksNoPromise() {
        for (Promise promise : Promises.all()) {
            assertThat(promise.broken(log(List.of(answered(201, ACCESS))), whole()))
                    .isEmpty();
        }
    }

    @Test
    void answerWithoutItsRecordIsSeen() {
        Promise promise = new Promises.EveryAnswerRecorded();
        Trail without = trail(List.of(), List.of(), Set.of(), Map.of());
        assertThat(promise.broken(log(List.of(answered(201, ACCESS))), without)).hasSize(1);
        assertThat(promise.broken(log(List.of(answered(201, new UUID(9, 9)))), whole()))
                .hasSize(1);
    }

    @Test
    void answerWhoseOpeningCameInAsALookIsRecorded() {
        UUID late = new UUID(5, 5);
        Recorded look = new Recorded(late, ACCESS, PATIENT, "read", CASE, true, true);
        Trail trail = trail(List.of(OPENED, look), List.of(TOLD), Set.of(late), Map.of(NOTICE, 1));
        List<Asked> asked = List.of(answered(201, ACCESS), answered(201, late, true));
        for (Promise promise : Promises.all()) {
            assertThat(promise.broken(log(asked), trail)).isEmpty();
        }
        List<Asked> lateAlone = List.of(answered(201, late, true));
        ClientLog opposed = log(lateAlone, new Opposed(7, FAULT - 1, Long.MAX_VALUE));
        assertThat(new Promises.OppositionsHold().broken(opposed, trail)).isEmpty();
        assertThat(new Promises.EveryAnswerRecorded().broken(log(lateAlone), whole()))
                .hasSize(1);
    }

    @Test
    void refusalThatNamesARecordThereIsNotIsSeen() {
        Promise promise = new Promises.EveryAnswerRecorded();
        assertThat(promise.broken(log(List.of(answered(403, ACCESS))), whole())).hasSize(1);
    }

    @Test
    void recordWithoutItsPlaceInTheLogIsSeen() {
        Recorded unplaced = new Recorded(RECORD, ACCESS, PATIENT, "opened", CASE, false, false);
        Trail trail = trail(List.of(unplaced), List.of(TOLD), Set.of(), Map.of(NOTICE, 1));
        assertThat(new Promises.EveryAnswerRecorded().broken(log(List.of()), trail))
                .hasSize(1);
    }

    @Test
    void requestThatOpenedTwiceIsSeen() {
        Recorded other = new Recorded(new UUID(8, 8), new UUID(8, 9), PATIENT, "opened", CASE, true, true);
        Trail trail = trail(List.of(OPENED, other), List.of(TOLD), Set.of(), Map.of(NOTICE, 1));
        assertThat(new Promises.NothingTwice().broken(log(List.of()), trail)).hasSize(1);
    }

    @Test
    void recordShownAgainstAnOppositionIsSeen() {
        Promise promise = new Promises.OppositionsHold();
        List<Asked> asked = List.of(answered(201, ACCESS));
        long early = FAULT - Promises.HEARD.toNanos();
        assertThat(promise.broken(log(asked, new Opposed(7, early, Long.MAX_VALUE)), whole()))
                .hasSize(1);
        assertThat(promise.broken(log(asked, new Opposed(8, early, Long.MAX_VALUE)), whole()))
                .isEmpty();
        assertThat(promise.broken(log(asked, new Opposed(7, FAULT + 1, Long.MAX_VALUE)), whole()))
                .isEmpty();
        assertThat(promise.broken(log(asked, new Opposed(7, early, FAULT + 9)), whole()))
                .isEmpty();
    }

    @Test
    void onlyWhatWasDecidedJustBeforeTheFaultAndFoundAfterwardsIsExcused() {
        Promise promise = new Promises.OppositionsHold();
        List<Asked> asked = List.of(answered(201, ACCESS, true));
        Trail found = trail(List.of(OPENED), List.of(TOLD), Set.of(RECORD), Map.of(NOTICE, 1));
        Opposed late = new Opposed(7, FAULT - 1, Long.MAX_VALUE);
        Opposed early = new Opposed(7, FAULT - Promises.HEARD.toNanos(), Long.MAX_VALUE);
        assertThat(promise.broken(log(asked, late), found)).isEmpty();
        assertThat(promise.broken(log(asked, late), whole())).hasSize(1);
        assertThat(promise.broken(log(asked, early), found)).hasSize(1);
        Opposed afterwards = new Opposed(7, log(asked).faultUntil(), Long.MAX_VALUE);
        List<Asked> askedAfterwards = List.of(new Asked(
                CASE,
                7,
                afterwards.from(),
                afterwards.from() + 1,
                afterwards.from() + 10,
                Optional.of(new Asked.Answer(201, Optional.of(ACCESS), "", true)),
                "",
                0));
        assertThat(promise.broken(log(askedAfterwards, afterwards), found)).isEmpty();
        assertThat(promise.broken(log(askedAfterwards, afterwards), whole())).hasSize(1);
        assertThat(promise.broken(log(List.of(answered(201, ACCESS)), late), found))
                .hasSize(1);
    }

    @Test
    void noticeThatIsMissingWaitsOrVanishedIsSeen() {
        Promise promise = new Promises.EverybodyTold();
        ClientLog log = log(List.of());
        Notice waiting = new Notice(NOTICE, RECORD, true, "pending");
        Notice givenUp = new Notice(NOTICE, RECORD, true, "parked");
        Map<UUID, Integer> mailed = Map.of(NOTICE, 1);
        assertThat(promise.broken(log, trail(List.of(OPENED), List.of(), Set.of(), mailed)))
                .hasSize(1);
        assertThat(promise.broken(log, trail(List.of(OPENED), List.of(TOLD, TOLD), Set.of(), mailed)))
                .hasSize(1);
        assertThat(promise.broken(log, trail(List.of(OPENED), List.of(waiting), Set.of(), mailed)))
                .hasSize(1);
        assertThat(promise.broken(log, trail(List.of(OPENED), List.of(givenUp), Set.of(), mailed)))
                .hasSize(1);
        assertThat(promise.broken(log, trail(List.of(OPENED), List.of(TOLD), Set.of(), Map.of())))
                .hasSize(1);
    }
}
