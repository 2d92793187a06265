package fr.briseglace.smtp;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What a relay answered (RFC 5321 §4.2).
 *
 * @param code three digits, or 0 for what is no reply at all
 * @param lines the text of each line
 */
record Reply(int code, List<String> lines) {
    private static final int CODE_LENGTH = 3;
    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_LINES = 100;

    boolean positive() {
        return code >= 200 && code < 300;
    }

    boolean wantsContent() {
        return code == 354;
    }

    /** The relay is about to hang up. */
    boolean farewell() {
        return code == 421;
    }

    /** Whether an EHLO was answered with that keyword. */
    boolean offers(String keyword) {
        return lines.stream().anyMatch(line -> line.equalsIgnoreCase(keyword));
    }

    /** Whether a login by name and password is offered. */
    boolean offersPlainLogin() {
        return lines.stream()
                .map(line -> line.toUpperCase(Locale.ROOT))
                .anyMatch(line -> line.startsWith("AUTH ") && (line + " ").contains(" PLAIN "));
    }

    /** Cuts what arrives into replies; whatever is none ends the conversation as a reply of code 0. */
    static RecordParser parser(Consumer<Reply> replies) {
        Gathered gathered = new Gathered(replies);
        return RecordParser.newDelimited("\r\n", gathered::line)
                .maxRecordSize(LONGEST_LINE)
                .exceptionHandler(tooLong -> replies.accept(new Reply(0, List.of())));
    }

    private static final class Gathered {
        private final Consumer<Reply> replies;
        private List<String> lines = new ArrayList<>();

        Gathered(Consumer<Reply> replies) {
            this.replies = replies;
        }

        void line(Buffer bytes) {
            String line = bytes.toString(StandardCharsets.UTF_8);
            boolean more = line.length() > CODE_LENGTH && line.charAt(CODE_LENGTH) == '-';
            lines.add(line.length() > CODE_LENGTH ? line.substring(CODE_LENGTH + 1) : "");
            if (!more || lines.size() > MOST_LINES) {
                List<String> all = lines;
                lines = new ArrayList<>();
                replies.accept(new Reply(more ? 0 : code(line), all));
            }
        }

        private static int code(String line) {
            if (line.length() < CODE_LENGTH) {
                return 0;
            }
            int code = 0;
            for (int i = 0; i < CODE_LENGTH; i++) {
                char digit = line.charAt(i);
                if (digit < '0' || digit > '9') {
                    return 0;
                }
                code = code * 10 + digit - '0';
            }
            return code;
        }
    }
}
