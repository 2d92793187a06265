package fr.briseglace.search;

import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.AccessPolicy;
import fr.briseglace.law.Caller;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Gives numbers of people without an identity to patients, and takes them back. Open to whoever may open records in
 * either mode, for it is they who find out who somebody is.
 */
public final class ProvisionalIdentities {
    private final TieStore store;
    private final CandidateTokens tokens;
    private final InstantSource clock;

    /** The use case. */
    public ProvisionalIdentities(TieStore store, CandidateTokens tokens, InstantSource clock) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Ties a number to the patient of a candidate token.
     *
     * @return fails with {@link StoreUnavailable}
     */
    public Future<TieOutcome> tie(Caller caller, ProvisionalNumber number, String candidate) {
        if (!mayTie(caller)) {
            return Future.succeededFuture(TieOutcome.NOT_ENTITLED);
        }
        Instant now = clock.instant();
        return switch (tokens.redeem(candidate, caller, now)) {
            case InsFault fault -> Future.succeededFuture(TieOutcome.NOT_FOUND);
            case Ins ins -> stored(store.tie(new Tie(number, ins, caller, now)));
        };
    }

    /**
     * Unties a number.
     *
     * @return fails with {@link StoreUnavailable}
     */
    public Future<TieOutcome> untie(Caller caller, ProvisionalNumber number) {
        return mayTie(caller)
                ? stored(store.untie(new Tie.Undone(number, caller, clock.instant())))
                : Future.succeededFuture(TieOutcome.NOT_ENTITLED);
    }

    private static boolean mayTie(Caller caller) {
        return AccessPolicy.mayUse(AccessMode.CENTRE_15, caller)
                || AccessPolicy.mayUse(AccessMode.BRIS_DE_GLACE, caller);
    }

    private static Future<TieOutcome> stored(Future<TieOutcome> outcome) {
        return outcome.recover(failure -> Future.failedFuture(new StoreUnavailable(failure)));
    }
}
