package fr.briseglace.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** Files that an operator may write anew while the gateway runs. */
final class WrittenFiles {
    private final List<Path> files;
    private List<FileTime> seen;

    WrittenFiles(List<Path> files) {
        this.files = List.copyOf(files);
        this.seen = times();
    }

    /** Whether any of them was written since this was last asked. Blocks. */
    synchronized boolean anew() {
        List<FileTime> times = times();
        boolean anew = !times.equals(seen);
        seen = times;
        return anew;
    }

    private List<FileTime> times() {
        return files.stream().map(WrittenFiles::time).toList();
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
