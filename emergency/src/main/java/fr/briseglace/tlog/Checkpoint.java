package fr.briseglace.tlog;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log says of itself: its name, how long it is, and the root of its tree (C2SP tlog-checkpoint).
 *
 * @param origin the log's name, unique for all time
 * @param size how many leaves it has
 * @param root of the tree of that size
 * @param extensions further lines, which mean nothing to us
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9]\\d{0,17}");
    private static final int NAMED = 3;

    /** Refuses what cannot be written. */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.contains("\n") || size < 0) {
            throw new IllegalArgumentException("no log says that of itself");
        }
    }

    /** Without extensions, as ours are. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /**
     * Reads a text.
     *
     * @throws LogFault unless it is written in the one way there is
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length <= NAMED || !lines[lines.length - 1].isEmpty() || lines[0].isEmpty()) {
            throw new LogFault("the checkpoint does not have its three lines");
        }
        if (!SIZE.matcher(lines[1]).matches()) {
            throw new LogFault("the checkpoint's size is not a number");
        }
        List<String> extensions = List.of(lines).subList(NAMED, lines.length - 1);
        if (extensions.stream().anyMatch(String::isEmpty)) {
            throw new LogFault("the checkpoint has an empty line");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.of(base64(lines[2])), extensions);
    }

    private static byte[] base64(String line) {
        byte[] bytes = Base64Strict.decode(line);
        if (bytes == null) {
            throw new LogFault("the checkpoint's root is not base64");
        }
        return bytes;
    }
}
