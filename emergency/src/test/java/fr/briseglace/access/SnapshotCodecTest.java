package fr.briseglace.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientStanding.Known;
import fr.briseglace.law.RecordStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Snapshots come out of the cache as they went in, and those of another version not at all. */
class SnapshotCodecTest {
    private static final Snapshot SNAPSHOT = new Snapshot(
            Instant.EPOCH,
            new UUID(1, 2),
            7,
            new Known(false, RecordStatus.OPEN, PatientRights.NONE),
            List.of(),
            List.of(),
            new SnapshotContent(bytes("json"), bytes("basis")));

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void contentComesBack() {
        Snapshot read = SnapshotCodec.decode(SnapshotCodec.encode(SNAPSHOT));

        assertThat(read).isEqualTo(SNAPSHOT);
        assertThat(read.content().json()).isEqualTo(bytes("json"));
        assertThat(read.content().basis()).isEqualTo(bytes("basis"));
    }

    @Test
    void otherVersionIsAMissAndNoError() {
        byte[] older = SnapshotCodec.encode(SNAPSHOT);
        older[0]--;

        assertThat(CachedSnapshots.CODEC.decode(older)).isNull();
    }
}
