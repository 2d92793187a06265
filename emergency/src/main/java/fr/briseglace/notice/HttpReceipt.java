package fr.briseglace.notice;

import fr.briseglace.post.Answer;
import java.util.Set;

/** What an answer over HTTP means for a notice. */
final class HttpReceipt {
    private HttpReceipt() {}

    /**
     * The receipt of an answer.
     *
     * @param rejections statuses that say that the address is at fault, and not the service or us
     */
    static Receipt of(Answer answer, Set<Integer> rejections) {
        return switch (answer) {
            case Answer.Status status ->
                status.success() ? new Receipt.Accepted() : new Receipt.Declined(refusal(status, rejections));
            case Answer.Silence silence -> new Receipt.Declined(Failure.RELAY_SILENT);
            case Answer.Broken broken -> new Receipt.Declined(Failure.RELAY_UNREACHABLE);
        };
    }

    private static Failure refusal(Answer.Status status, Set<Integer> rejections) {
        return rejections.contains(status.code()) ? Failure.ADDRESS_REJECTED : Failure.RELAY_REFUSED;
    }
}
