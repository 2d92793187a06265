package fr.briseglace.search;

import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.AccessPolicy;
import fr.briseglace.law.Caller;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Gives numbers of people without an identity to patients, and takes them back. Open to whoever may open records in
 * either mode, for it is they who find out who somebody is. What is refused is recorded as well as what is done.
 */
public final class ProvisionalIdentities {
    private final TieStore store;
    private final CandidateTokens tokens;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * The use case.
     *
     * @param random hard to guess; identifiers come from it
     */
    public ProvisionalIdentities(TieStore store, CandidateTokens tokens, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Ties a number to the patient of a candidate token.
     *
     * @return fails with {@link StoreUnavailable} where it can be neither done nor, refused, recorded
     */
    public Future<TieAnswer> tie(Caller caller, ProvisionalNumber number, String candidate) {
        Instant now = now();
        return changed(caller, number, now, () -> switch (tokens.redeem(candidate, caller, now)) {
            case InsFault fault -> Future.succeededFuture(TieOutcome.NOT_FOUND);
            case Ins ins -> store.tie(new Tie(number, ins, caller, now));
        });
    }

    /**
     * Unties a number.
     *
     * @return fails with {@link StoreUnavailable} where it can be neither done nor, refused, recorded
     */
    public Future<TieAnswer> untie(Caller caller, ProvisionalNumber number) {
        Instant now = now();
        return changed(caller, number, now, () -> store.untie(new Tie.Undone(number, caller, now)));
    }

    private Future<TieAnswer> changed(
            Caller caller, ProvisionalNumber number, Instant now, Supplier<Future<TieOutcome>> change) {
        Future<TieOutcome> outcome = mayTie(caller) ? change.get() : Future.succeededFuture(TieOutcome.NOT_ENTITLED);
        return outcome.compose(known -> known == TieOutcome.DONE
                        ? Future.succeededFuture(new TieAnswer(known, null))
                        : refused(new Tie.Refused(TimeUuid.of(now, random), number, known, caller, now)))
                .recover(failure -> Future.failedFuture(new StoreUnavailable(failure)));
    }

    private Future<TieAnswer> refused(Tie.Refused refused) {
        return store.keep(refused).map(new TieAnswer(refused.why(), refused.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean mayTie(Caller caller) {
        return AccessPolicy.mayUse(AccessMode.CENTRE_15, caller)
                || AccessPolicy.mayUse(AccessMode.BRIS_DE_GLACE, caller);
    }
}
