package fr.briseglace.gateway.limits;

import fr.briseglace.cache.KeyRing;
import fr.briseglace.cache.RateCharge;
import fr.briseglace.cache.RateLimiter;
import fr.briseglace.cache.RatePolicy;
import fr.briseglace.cache.RateVerdict;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsReading;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Caller;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Charges requests to the limits of those who send them and of those they are about, all limits of a request at once.
 * Whose limits they are comes from verified claims, and leaves this process only as a keyed hash. Each method fails with
 * {@link RateLimited} where a limit refuses; nothing else makes one fail.
 */
public final class Admission {
    private static final String PREFIX = "bg:r:";
    private static final String SURGE = "surge:";
    private static final long SEVERAL_FOUND = 2;
    private static final long NOBODY_FOUND = 1;

    private final RateLimiter limiter;
    private final Supplier<LimitSettings> settings;
    private final SurgesInForce surges;
    private final KeyRing ring;
    private final LimitMeters meters;
    private final SoftThreshold threshold;

    /**
     * The admission of a node.
     *
     * @param settings the limits as they are now
     * @param surges whose limits are raised now
     * @param ring names those who are limited
     */
    public Admission(
            RateLimiter limiter,
            Supplier<LimitSettings> settings,
            SurgesInForce surges,
            KeyRing ring,
            LimitMeters meters,
            SoftThreshold threshold) {
        this.limiter = limiter;
        this.settings = settings;
        this.surges = surges;
        this.ring = ring;
        this.meters = meters;
        this.threshold = threshold;
    }

    /** Opening a record. What is no INS is nobody's, and charged to the caller alone. */
    public Future<Void> access(Caller caller, InsReading patient) {
        Request request = new Request(caller, patient instanceof Ins ins ? ins : null);
        request.charge(Limit.ACCESS_PROFESSIONAL, caller.id());
        request.charge(Limit.ACCESS_STRUCTURE, caller.structure().id());
        if (request.patient != null) {
            // By the matricule alone: the same number under another authority is not another patient to be counted
            // anew.
            request.charge(Limit.ACCESS_PATIENT, request.patient.value());
        }
        return request.admit();
    }

    /** Looking for a patient. */
    public Future<Void> search(Caller caller, AccessMode mode) {
        Request request = new Request(caller, null);
        request.charge(Limit.SEARCH_PROFESSIONAL, caller.id());
        if (mode == AccessMode.BRIS_DE_GLACE) {
            request.charge(Limit.SEARCH_BREAK_GLASS, caller.id());
        }
        return request.admit();
    }

    /**
     * What a search costs beyond what any does, which its answer tells: guessing is dear. Never fails.
     *
     * @param matched how many patients it found
     */
    public Future<Void> searched(Caller caller, int matched) {
        if (matched == 1) {
            return Future.succeededFuture();
        }
        Request request = new Request(caller, null);
        request.charge(Limit.SEARCH_PROFESSIONAL, caller.id(), matched == 0 ? NOBODY_FOUND : SEVERAL_FOUND);
        return request.debit();
    }

    /** Reading inside an open window. By caller as well, so that nobody uses up the window of another. */
    public Future<Void> reading(Caller caller, UUID window) {
        Request request = new Request(caller, null);
        request.charge(Limit.DOCUMENTS, caller.id() + '|' + window);
        return request.admit();
    }

    /**
     * Closing a window or passing its case on, each of which leaves a record. Counted apart, so that whatever was read,
     * a window can be left.
     *
     * @param how one word for which of them
     */
    public Future<Void> leaving(Caller caller, UUID window, String how) {
        Request request = new Request(caller, null);
        request.charge(Limit.DOCUMENTS, caller.id() + '|' + window + '|' + how);
        return request.admit();
    }

    /** One request, and what it is charged to. */
    private final class Request {
        private final LimitSettings now = settings.get();
        private final Caller caller;
        private final @Nullable Ins patient;
        private final List<RateCharge> charges = new ArrayList<>(3);

        Request(Caller caller, @Nullable Ins patient) {
            this.caller = caller;
            this.patient = patient;
        }

        void charge(Limit limit, String whose) {
            charge(limit, whose, 1);
        }

        void charge(Limit limit, String whose, long cost) {
            boolean raised = limit.surging() && surges.raised(caller.structure().id());
            RatePolicy policy = raised ? now.raised(limit) : now.policy(limit);
            // Counted apart, so that what was used up before a surge does not weigh on it.
            String key = ring.name(PREFIX, (raised ? SURGE : "") + limit.word() + '|' + whose);
            charges.add(new RateCharge(policy, key, Math.min(cost, policy.burst())));
        }

        Future<Void> admit() {
            return limiter.charge(charges).compose(verdict -> {
                tell(verdict);
                return verdict instanceof RateVerdict.Limited limited ? over(limited) : Future.succeededFuture();
            });
        }

        Future<Void> debit() {
            return limiter.debit(charges).onSuccess(this::tell).mapEmpty();
        }

        private Future<Void> over(RateVerdict.Limited limited) {
            meters.over(limited.policy(), now.shadow());
            return now.shadow() ? Future.succeededFuture() : Future.failedFuture(new RateLimited(limited));
        }

        private void tell(RateVerdict verdict) {
            meters.decided(verdict);
            verdict.turnedSoft().forEach(policy -> {
                meters.soft(policy);
                threshold.reached(Limit.of(policy), caller, patient);
            });
        }
    }
}
