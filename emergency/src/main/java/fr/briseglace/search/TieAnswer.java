package fr.briseglace.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to tying or untying a provisional number.
 *
 * @param outcome what came of it
 * @param refusalId the record of the refusal; null where it was done
 */
public record TieAnswer(TieOutcome outcome, @Nullable UUID refusalId) {}
