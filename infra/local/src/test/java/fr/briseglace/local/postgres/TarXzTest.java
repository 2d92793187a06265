package fr.briseglace.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class TarXzTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;

    TarXzTest() throws IOException {
        tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)));
    }

    @Test
    void filesProgramsAndLinksArriveAsTheyWere() throws IOException {
        file("share/readme", 0644, "text");
        file("bin/program", 0755, "code");
        TarArchiveEntry link = new TarArchiveEntry("bin/alias", TarConstants.LF_SYMLINK);
        link.setLinkName("program");
        tar.putArchiveEntry(link);
        tar.closeArchiveEntry();

        unpack();

        assertThat(folder.resolve("share/readme")).hasContent("text");
        assertThat(Files.isExecutable(folder.resolve("bin/program"))).isTrue();
        assertThat(folder.resolve("share/readme").toFile().canExecute()).isFalse();
        assertThat(folder.resolve("bin/alias")).isSymbolicLink().hasContent("code");
    }

    @Test
    void anEntryThatLeavesTheFolderIsRefused() throws IOException {
        file("../outside", 0644, "text");

        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class);
        assertThat(folder.resolveSibling("outside")).doesNotExist();
    }

    private void file(String name, int mode, String content) throws IOException {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(data.length);
        tar.putArchiveEntry(entry);
        tar.write(data);
        tar.closeArchiveEntry();
    }

    private void unpack() throws IOException {
        tar.close();
        TarXz.unpack(new ByteArrayInputStream(bytes.toByteArray()), folder);
    }
}
