package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.sequence.LogKey;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checkpoint in a second place. */
class CheckpointExportTest {
    private static final NoteSigner LOG = LogKey.read(LogKey.create(), "log.example", KeyAlgorithm.ED25519);

    @TempDir
    private Path folder = Path.of("");

    private static String note(long size) {
        String text = new Checkpoint("log.example", size, Hash.OF_NOTHING).text();
        return new SignedNote(text, List.of(LOG.sign(text))).encode();
    }

    @Test
    void storeThatWasSetBackDoesNotSetBackWhatWasExported() throws IOException {
        Path file = folder.resolve("checkpoint");
        CheckpointExport.keep(file, note(300));
        CheckpointExport.keep(file, note(301));
        CheckpointExport.keep(file, note(299));
        assertThat(file).hasContent(note(301));
        CheckpointExport.keep(file, note(302));
        assertThat(file).hasContent(note(302));
    }

    @Test
    void whatIsNoCheckpointIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("checkpoint"), "something else");
        CheckpointExport.keep(file, note(0));
        assertThat(file).hasContent(note(0));
    }
}
