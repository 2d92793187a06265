package fr.briseglace.gateway.limits;

import fr.briseglace.cache.Gcra;
import fr.briseglace.cache.RatePolicy;
import fr.briseglace.cache.RateVerdict;

/**
 * A policy refuses a request for now. What it tells goes to the caller as the header fields of the IETF's draft
 * "RateLimit header fields for HTTP". Made on hot paths, so it carries no stack trace.
 */
public final class RateLimited extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final long SECOND = 1_000_000;

    private final transient Gcra.Standing standing;
    private final long retryAfterMicros;

    RateLimited(RateVerdict.Limited verdict) {
        super(verdict.policy().name(), null, false, false);
        this.standing = verdict.standings().stream()
                .filter(one -> one.policy().equals(verdict.policy()))
                .findFirst()
                .orElseThrow();
        this.retryAfterMicros = verdict.retryAfterMicros();
    }

    /** The policy, by the name its callers know. */
    public String policy() {
        return standing.policy().name();
    }

    /** Seconds until the same request would be admitted, 1 or more. */
    public long retryAfterSeconds() {
        return seconds(retryAfterMicros);
    }

    /** {@code RateLimit}: what is left to the caller, and in how many seconds all of it will be there again. */
    public String left() {
        return "\"%s\";r=%d;t=%d".formatted(policy(), standing.remaining(), seconds(standing.resetMicros()));
    }

    /** {@code RateLimit-Policy}: how much there is in how many seconds. */
    public String rule() {
        RatePolicy policy = standing.policy();
        return "\"%s\";q=%d;w=%d".formatted(policy(), policy.burst(), seconds(policy.burstMicros()));
    }

    private static long seconds(long micros) {
        return Math.max(1, Math.ceilDiv(micros, SECOND));
    }
}
