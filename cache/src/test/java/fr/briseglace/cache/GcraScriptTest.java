package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The script in a real Redis decides as the arithmetic does. */
class GcraScriptTest {
    private static final List<RatePolicy> POLICIES = List.of(
            RatePolicy.perSecond("slow", 3, 1),
            RatePolicy.perHour("odd", 5, 7),
            new RatePolicy("fast", 20, 900, Duration.ofSeconds(1)));

    private static Vertx vertx = LocalRedis.oneLoop();
    private static LocalRedis redis = new LocalRedis();
    private static RedisLink link = RedisLink.create(vertx, redis.options(), LinkMetrics.NONE);
    private static int run;

    @BeforeContainer
    static void open() {
        assertThat(Results.of(link.open())).isTrue();
    }

    @AfterContainer
    static void close() {
        Results.of(link.close());
        redis.close();
        Results.of(vertx.close());
    }

    @Property(tries = 60)
    void theScriptAndTheArithmeticAgree(@ForAll("requests") List<Map<Integer, Integer>> requests) {
        GcraScript script = new GcraScript(link);
        Map<String, Long> remembered = new HashMap<>();
        run++;
        for (Map<Integer, Integer> request : requests) {
            List<RateCharge> charges = request.entrySet().stream()
                    .map(e -> new RateCharge(POLICIES.get(e.getKey()), "run:" + run + ":" + e.getKey(), e.getValue()))
                    .toList();
            GcraScript.Answer answer = Results.of(script.run(List.of(new ChargeRequest(charges, false))))
                    .getFirst();

            boolean all = true;
            for (int i = 0; i < charges.size(); i++) {
                long tat = remembered.getOrDefault(charges.get(i).key(), 0L);
                assertThat(Math.max(answer.now(), answer.tats().get(i))).isEqualTo(Math.max(answer.now(), tat));
                all &= decide(charges.get(i), answer.now(), tat).allowed();
            }
            assertThat(answer.charged()).isEqualTo(all);
            assertThat(charges).allSatisfy(charge -> assertThatItIsKeptUntilItIsPast(charge.key(), answer.now()));
            if (all) {
                charges.forEach(charge -> remembered.compute(
                        charge.key(), (key, tat) -> decide(charge, answer.now(), tat == null ? 0 : tat)
                                .tat()));
            }
        }
    }

    @Property(tries = 60)
    void requestsThatLeaveTogetherAreChargedOneAfterTheOther(@ForAll("requests") List<Map<Integer, Integer>> requests) {
        GcraScript script = new GcraScript(link);
        Map<String, Long> remembered = new HashMap<>();
        run++;
        List<ChargeRequest> together = requests.stream().map(this::charging).toList();
        List<GcraScript.Answer> answers = together.isEmpty() ? List.of() : Results.of(script.run(together));

        assertThat(answers).hasSameSizeAs(together);
        for (int i = 0; i < together.size(); i++) {
            ChargeRequest request = together.get(i);
            GcraScript.Answer answer = answers.get(i);
            boolean all = true;
            for (int j = 0; j < request.charges().size(); j++) {
                RateCharge charge = request.charges().get(j);
                long tat = remembered.getOrDefault(charge.key(), 0L);
                assertThat(answer.tats().get(j)).isEqualTo(tat);
                all &= decide(charge, answer.now(), tat).allowed();
            }
            assertThat(answer.charged()).isEqualTo(all || request.debit());
            if (answer.charged()) {
                request.charges()
                        .forEach(charge -> remembered.compute(
                                charge.key(), (key, tat) -> charge.debited(answer.now(), tat == null ? 0 : tat)));
            }
        }
    }

    /** And not for ever. */
    private static void assertThatItIsKeptUntilItIsPast(String key, long now) {
        long tat = number(Command.GET, key);
        if (tat != 0) {
            assertThat(Duration.ofMillis(number(Command.PTTL, key)))
                    .isBetween(
                            Duration.of(tat - now, ChronoUnit.MICROS),
                            Duration.of(tat - now, ChronoUnit.MICROS).plusMinutes(2));
        }
    }

    /** Or 0 where there is none. */
    private static long number(Command command, String key) {
        Response answer = Results.of(link.send(Request.cmd(command).arg(key + GcraScript.TOGETHER)));
        return answer == null ? 0 : Objects.requireNonNull(answer.toLong());
    }

    /** Those charged to all policies were used already. */
    private ChargeRequest charging(Map<Integer, Integer> request) {
        List<RateCharge> charges = request.entrySet().stream()
                .map(e -> new RateCharge(POLICIES.get(e.getKey()), "run:" + run + ":" + e.getKey(), e.getValue()))
                .toList();
        return new ChargeRequest(charges, charges.size() == 3);
    }

    @Provide
    Arbitrary<List<Map<Integer, Integer>>> requests() {
        Arbitrary<Set<Integer>> policies =
                Arbitraries.integers().between(0, POLICIES.size() - 1).set().ofMinSize(1);
        Arbitrary<Integer> cost = Arbitraries.integers().between(1, 3);
        return Combinators.combine(policies, cost)
                .as((chosen, units) -> {
                    Map<Integer, Integer> request = new HashMap<>();
                    chosen.forEach(policy -> request.put(policy, units));
                    return request;
                })
                .list()
                .ofMaxSize(25);
    }

    private static Gcra.Decision decide(RateCharge charge, long now, long tat) {
        return Gcra.decide(charge.policy(), charge.cost(), now, tat);
    }
}
