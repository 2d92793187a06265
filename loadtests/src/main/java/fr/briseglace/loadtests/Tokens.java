package fr.briseglace.loadtests;

import fr.briseglace.loadtests.IdentityProvider.Token;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A valid token at any time, from each persona in turn. Renews them beside the load, never in its way. */
final class Tokens implements Bearers {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final IdentityProvider provider;
    private final List<String> personas;
    private final AtomicReference<List<Token>> current = new AtomicReference<>(List.of());
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tokens").factory());

    Tokens(IdentityProvider provider, List<String> personas) {
        this.provider = provider;
        this.personas = personas;
    }

    /** Fetches a token for each persona, and again before they expire. */
    @Override
    public void start() throws InterruptedException {
        renew();
        renewIn(untilRenewal());
    }

    @Override
    public String next() {
        List<Token> tokens = current.get();
        return tokens.get(Math.floorMod(turn.getAndIncrement(), tokens.size())).value();
    }

    /** Half of the shortest life: the other half is there to try again. */
    Duration untilRenewal() {
        return current.get().stream()
                .map(Token::life)
                .min(Duration::compareTo)
                .orElseThrow(() -> new IllegalStateException("not started"))
                .dividedBy(2);
    }

    void renew() throws InterruptedException {
        Token[] fresh = new Token[personas.size()];
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = provider.token(personas.get(i));
        }
        current.set(List.of(fresh));
    }

    @Override
    public void close() {
        renewal.shutdownNow();
    }

    private void renewIn(Duration delay) {
        var unused = renewal.schedule(this::renewAndGoOn, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void renewAndGoOn() {
        try {
            renew();
            renewIn(untilRenewal());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            renewIn(RETRY);
        }
    }
}
