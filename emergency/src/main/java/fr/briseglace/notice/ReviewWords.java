package fr.briseglace.notice;

import fr.briseglace.notice.Template.Value;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What those who review are written, in French: references, and nothing of anybody. */
public final class ReviewWords {
    private final Phrases phrases = new Phrases(Language.FR);

    /** That these wait. */
    public Words waiting(List<UUID> references) {
        return about("review-waits", references);
    }

    /** That nobody has judged these in time. */
    public Words overdue(List<UUID> references) {
        return about("review-overdue", references);
    }

    private Words about(String template, List<UUID> references) {
        String all = references.stream().map(UUID::toString).collect(Collectors.joining(", "));
        return phrases.fill(template, Map.of("references", new Value.Plain(all)));
    }
}
