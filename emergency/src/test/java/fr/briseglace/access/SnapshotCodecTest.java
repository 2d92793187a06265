package fr.briseglace.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientStanding.Known;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.notice.Addressees;
import fr.briseglace.notice.Addressees.Turn;
import fr.briseglace.notice.Channel;
import fr.briseglace.notice.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Snapshots come out of the cache as they went in, and those of another version not at all. */
class SnapshotCodecTest {
    private static final Recipient OFFICER =
            new Recipient(Recipient.Kind.PRIVACY_OFFICER, null, Channel.EMAIL, "dpo@example.org");
    private static final Snapshot SNAPSHOT = new Snapshot(
            Instant.EPOCH,
            new UUID(1, 2),
            7,
            new Known(false, RecordStatus.OPEN, PatientRights.NONE),
            Addressees.NOBODY,
            new Addressees(List.of(
                    new Turn(Instant.EPOCH, List.of(OFFICER)),
                    new Turn(Instant.parse("2026-06-01T22:00:00Z"), List.of()))),
            new SnapshotContent(bytes("json"), bytes("basis")));

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void contentComesBack() {
        Snapshot read = SnapshotCodec.decode(SnapshotCodec.encode(SNAPSHOT));

        assertThat(read).isEqualTo(SNAPSHOT);
        assertThat(read.toldOfAccess()).isEqualTo(SNAPSHOT.toldOfAccess());
        assertThat(read.toldOfRefusal()).isEqualTo(SNAPSHOT.toldOfRefusal());
        assertThat(read.content().json().whole()).isEqualTo(bytes("json"));
        assertThat(read.content().basis()).isEqualTo(bytes("basis"));
    }

    @Test
    void contentIsCompressedOnceIntoBlocksThatDoNotEnd() throws DataFormatException {
        byte[] json = bytes("{\"label\":\"Coumadine\"},".repeat(5_000));
        SnapshotContent content = new SnapshotContent(json, bytes(""));
        byte[] blocks = content.json().deflated();
        assertThat(blocks)
                .hasSizeLessThan(json.length / 10)
                .isEqualTo(content.json().deflated());
        Inflater inflater = new Inflater(true);
        inflater.setInput(blocks);
        byte[] back = new byte[json.length + 1];
        assertThat(inflater.inflate(back)).isEqualTo(json.length);
        assertThat(Arrays.copyOf(back, json.length)).isEqualTo(json);
        assertThat(inflater.finished()).isFalse();
        inflater.end();
    }

    @Test
    void otherVersionIsAMissAndNoError() {
        byte[] older = SnapshotCodec.encode(SNAPSHOT);
        older[0]--;

        assertThat(CachedSnapshots.CODEC.decode(older)).isNull();
    }
}
