package fr.briseglace.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Records leave in batches: what is ready together, then whatever queued while a commit was in flight. */
class RecordWriterTest implements RecordWriter.Loop {
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final Queue<Runnable> heldUp = new ArrayDeque<>();
    private final List<List<RecordEntry>> batches = new ArrayList<>();
    private final Queue<Promise<List<Verdict>>> commits = new ArrayDeque<>();
    private final RecordWriter writer = new RecordWriter(this::insert, 4, this);

    @Override
    public void afterwards(Runnable task) {
        later.add(task);
    }

    @Override
    public void in(Duration time, Runnable task) {
        heldUp.add(task);
    }

    private Future<List<Verdict>> insert(List<RecordEntry> entries) {
        batches.add(entries);
        Promise<List<Verdict>> commit = Promise.promise();
        commits.add(commit);
        return commit.future();
    }

    private static RecordEntry entry(int number) {
        AccessRecord record = Records.opened().recordId(new UUID(0, number)).record();
        return new RecordEntry(record, Leaf.of(new byte[Leaf.SALT], record), List.of(), null);
    }

    private void endOfTurn() {
        later.remove().run();
    }

    private void commit() {
        commits.remove().complete(Collections.nCopies(batches.getLast().size(), new Verdict.Durable()));
    }

    @Test
    void recordsOfOneTurnOfTheLoopLeaveTogether() {
        Future<Verdict> first = writer.write(entry(1));
        Future<Verdict> second = writer.write(entry(2));
        assertThat(batches).isEmpty();
        endOfTurn();
        assertThat(batches).hasSize(1);
        assertThat(batches.getFirst()).hasSize(2);
        assertThat(first.isComplete()).isFalse();
        commit();
        assertThat(first.result()).isInstanceOf(Verdict.Durable.class);
        assertThat(second.result()).isInstanceOf(Verdict.Durable.class);
    }

    @Test
    void aBatchThatWaitsInTheStoreHoldsUpTheNextOnlyForSoLong() {
        Future<Verdict> waiting = writer.write(entry(1));
        endOfTurn();
        Future<Verdict> behind = writer.write(entry(2));
        assertThat(later).isEmpty();
        heldUp.remove().run();
        endOfTurn();
        assertThat(batches).hasSize(2);

        Promise<List<Verdict>> first = commits.remove();
        commit();
        assertThat(behind.isComplete()).isTrue();
        assertThat(waiting.isComplete()).isFalse();
        first.complete(List.of(new Verdict.Durable()));
        assertThat(waiting.isComplete()).isTrue();
    }

    @Test
    void aBatchThatCameBackIsNotTakenForHeldUpAsWell() {
        writer.write(entry(1));
        endOfTurn();
        commit();
        writer.write(entry(2));
        endOfTurn();
        writer.write(entry(3));
        heldUp.remove().run();
        assertThat(later).isEmpty();
        assertThat(batches).hasSize(2);
    }

    @Test
    void whatQueuesWhileACommitIsInFlightIsTheNextBatch() {
        writer.write(entry(1));
        endOfTurn();
        writer.write(entry(2));
        writer.write(entry(3));
        assertThat(later).isEmpty();
        assertThat(batches).hasSize(1);
        commit();
        endOfTurn();
        assertThat(batches).hasSize(2);
        assertThat(batches.getLast()).hasSize(2);
        commit();
        assertThat(later).isEmpty();
    }

    @Test
    void soManyThatTheyAreWorthACommitLeaveBesideTheOneInFlightAndNoThirdDoes() {
        RecordWriter wide = new RecordWriter(this::insert, 1_000, this);
        wide.write(entry(0));
        endOfTurn();
        for (int number = 1; number < RecordWriter.WORTH_A_COMMIT; number++) {
            wide.write(entry(number));
        }
        assertThat(later).isEmpty();
        wide.write(entry(RecordWriter.WORTH_A_COMMIT));
        endOfTurn();
        assertThat(batches).extracting(List::size).containsExactly(1, RecordWriter.WORTH_A_COMMIT);
        for (int number = 0; number < 2 * RecordWriter.WORTH_A_COMMIT; number++) {
            wide.write(entry(number));
        }
        assertThat(later).isEmpty();

        commits.remove().complete(List.of(new Verdict.Durable()));
        endOfTurn();
        assertThat(batches).hasSize(3);
        assertThat(batches.getLast()).hasSize(2 * RecordWriter.WORTH_A_COMMIT);
    }

    @Test
    void moreThanMayWaitIsTurnedAwayAtOnce() {
        for (int number = 1; number <= 4; number++) {
            writer.write(entry(number));
        }
        assertThat(writer.write(entry(5)).cause()).isSameAs(TrailUnavailable.FULL);
    }

    @Test
    void storeThatThrowsFailsItsBatchAndNotTheNext() {
        RecordWriter broken = new RecordWriter(
                entries -> {
                    throw new IllegalStateException("broken");
                },
                4,
                this);
        Future<Verdict> first = broken.write(entry(1));
        endOfTurn();
        Future<Verdict> second = broken.write(entry(2));
        endOfTurn();
        assertThat(first.cause()).isInstanceOf(TrailUnavailable.class);
        assertThat(second.cause()).isInstanceOf(TrailUnavailable.class);
    }
}
