package fr.briseglace.sequence;

import java.time.Duration;

/**
 * How often a sequencer works.
 *
 * @param batch most records that one commit places
 * @param pause least time from one batch that was not full to the next
 * @param look how often the leader looks for records without being woken
 * @param standBy how often another node tries to become leader, and a failed one to come back
 */
public record Tempo(int batch, Duration pause, Duration look, Duration standBy) {
    /** 4,096 records a commit, ten commits a second at most; a record waits for no more than a look and a pause. */
    public static final Tempo DEFAULT =
            new Tempo(4096, Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(500));

    /** All positive. */
    public Tempo {
        if (batch < 1 || !pause.isPositive() || !look.isPositive() || !standBy.isPositive()) {
            throw new IllegalArgumentException("a tempo is made of positive numbers");
        }
    }
}
