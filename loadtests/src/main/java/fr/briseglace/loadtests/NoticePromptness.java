package fr.briseglace.loadtests;

import java.util.regex.Pattern;

/**
 * How promptly notices left, by the histogram {@code notice_delay_seconds} of a node: from the commit of the record to the
 * relay's acceptance. Pure.
 *
 * @param sent notices that left
 * @param withinASecond those of them that left within a second
 * @param oldestUnsent age in seconds of the oldest that could have left and has not
 */
record NoticePromptness(long sent, long withinASecond, double oldestUnsent) {
    private static final double WANTED = 0.99;
    private static final Pattern COUNT = Pattern.compile("(?m)^notice_delay_seconds_count(?:\\{[^}]*})? (\\S+)$");
    private static final Pattern PROMPT =
            Pattern.compile("(?m)^notice_delay_seconds_bucket\\{[^}]*le=\"1\\.0\"[^}]*} (\\S+)$");
    private static final Pattern OLDEST = Pattern.compile("(?m)^notice_oldest_unsent_seconds(?:\\{[^}]*})? (\\S+)$");

    /** Reads what {@code /metrics} says, in the text format of Prometheus; all channels together. */
    static NoticePromptness of(String metrics) {
        return new NoticePromptness((long) sum(COUNT, metrics), (long) sum(PROMPT, metrics), sum(OLDEST, metrics));
    }

    /** What happened since. */
    NoticePromptness since(NoticePromptness before) {
        return new NoticePromptness(sent - before.sent, withinASecond - before.withinASecond, oldestUnsent);
    }

    /** Whether there were any, 99 % of them left within a second, and none is left. */
    boolean good() {
        return sent > 0 && withinASecond >= WANTED * sent && oldestUnsent < 1;
    }

    private static double sum(Pattern line, String metrics) {
        return line.matcher(metrics)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }
}
