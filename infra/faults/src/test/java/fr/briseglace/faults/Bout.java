package fr.briseglace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.mail.SunkMail;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One stretch of load with a fault in the middle, and the count afterwards. */
final class Bout {
    private static final int RATE = Integer.getInteger("faults.rate", 100);
    /** What the rest of a machine of two processors still answers while a node starts beside it. */
    private static final int GENTLE = RATE / 2;

    private static final int SPARSE = RATE / 5;

    private static final Duration BEFORE = Duration.ofMillis(2_500);
    private static final Duration AFTER = Duration.ofSeconds(1);
    private static final Duration USUALLY = Duration.ofSeconds(Integer.getInteger("faults.seconds", 3));
    private static final AtomicInteger NUMBERS = new AtomicInteger(1);
    /** Numbers, among those asked for, of the patients who make up their minds meanwhile. */
    private static final List<Integer> RESTLESS = List.of(3, 11, 19);

    private static final List<Integer> RESOLUTE = List.of(7, 23);
    private static final int WARM_UPS = 10;
    private static final Map<World, Map<UUID, Integer>> USUAL = new ConcurrentHashMap<>();

    private final World world;
    private final String name;
    private final Client client;
    private final boolean again;
    private final int rate;
    private final String cases = "fr.health.samu440.DRFR1544%03d".formatted(NUMBERS.getAndIncrement());

    /** Something that is done to the world. */
    interface Step {
        void take() throws Exception;
    }

    private Bout(World world, String name, Client client, boolean again, int rate) {
        this.world = world;
        this.name = name;
        this.client = client;
        this.again = again;
        this.rate = rate;
    }

    /** Load, a fault for some seconds, and what mends it; returns what was counted, for the report and the test. */
    static Findings of(World world, String name, Step fault, Step mend) throws Exception {
        return of(world, name, USUALLY, fault, mend);
    }

    /** The same with a fault that lasts so long. */
    static Findings of(World world, String name, Duration time, Step fault, Step mend) throws Exception {
        Step middle = () -> {
            try {
                fault.take();
                Patience.run(time);
            } finally {
                mend.take();
            }
        };
        return reported(new Bout(world, name, world.regulation(), true, RATE), middle);
    }

    /** Load of a client that sends nothing twice: each request is answered the first time, or is not. */
    static Findings strictly(World world, String name, Client client, Step middle) throws Exception {
        return reported(new Bout(world, name, client, false, GENTLE), middle);
    }

    /** So little load that there is room for nodes that start beside it all the time, while something is done to them. */
    static Findings sparsely(World world, String name, Step middle) throws Exception {
        return reported(new Bout(world, name, world.regulation(), true, SPARSE), middle);
    }

    private static Findings reported(Bout bout, Step middle) throws Exception {
        warm(bout.world);
        Findings found = bout.run(middle);
        Report.add(found);
        return found;
    }

    /** Every patient is opened on every node; the first time, this also tells how many notices there are to be. */
    private static void warm(World world) throws Exception {
        world.settle();
        for (Node node : world.nodes()) {
            int tries = 0;
            while (!warm(world, node)) {
                assertThat(++tries).as("tries to open every patient").isLessThan(WARM_UPS);
            }
        }
    }

    /** Whether every patient was shown: on a busy machine there may be no place for some. */
    private static boolean warm(World world, Node node) throws Exception {
        Bout bout = new Bout(world, "warm-up", world.regulation(), true, RATE);
        int patients = world.patients().size();
        long shown;
        try (Balancer alone = new Balancer(world.vertx(), List.of(node))) {
            Load load = bout.load(alone);
            load.begin();
            Patience.until("every patient was asked for", () -> load.started() >= patients);
            shown = load.end().await().stream()
                    .filter(Asked::disclosed)
                    .mapToInt(Asked::patient)
                    .distinct()
                    .count();
        }
        if (shown == patients && !USUAL.containsKey(world)) {
            world.settle();
            USUAL.put(world, world.store().usual(bout.cases));
        }
        return shown == patients;
    }

    private Load load(Balancer balancer) {
        return new Load(world.vertx(), client, balancer, world.patients(), world::tokens, cases, rate, again);
    }

    private Findings run(Step middle) throws Exception {
        try (Balancer balancer = new Balancer(world.vertx(), world.nodes())) {
            Load load = load(balancer);
            Decisions decisions = new Decisions(
                    world.vertx(), world.portal(), balancer, world::holder, those(RESTLESS), those(RESOLUTE));
            decisions.begin().await();
            load.begin();
            Patience.run(BEFORE);
            long from = System.nanoTime();
            long until;
            List<Asked> asked;
            List<Opposed> opposed;
            try {
                middle.take();
            } finally {
                until = System.nanoTime();
                Patience.run(AFTER);
                asked = load.end().await();
                opposed = decisions.end().await();
            }
            world.settle();
            decisions.lift().await();
            Set<Integer> undecided = new HashSet<>(RESTLESS);
            undecided.addAll(RESOLUTE);
            return new Findings(name, new ClientLog(asked, opposed, undecided, from, until), trail());
        }
    }

    private Map<Integer, Ins> those(List<Integer> numbers) {
        Map<Integer, Ins> those = new TreeMap<>();
        numbers.forEach(number -> those.put(number, world.patients().get(number)));
        return those;
    }

    private Trail trail() throws SQLException {
        List<StoreView.Addressed> notices = world.store().notices(cases);
        Map<UUID, Integer> mails = new HashMap<>();
        Set<String> addresses =
                notices.stream().map(StoreView.Addressed::address).collect(Collectors.toSet());
        addresses.stream()
                .flatMap(world::mails)
                .map(SunkMail::id)
                .forEach(id -> mails.merge(UUID.fromString(id), 1, Integer::sum));
        return new Trail(
                world.store().records(cases),
                notices.stream().map(StoreView.Addressed::notice).toList(),
                world.store().findings(cases),
                USUAL.getOrDefault(world, Map.of()),
                mails);
    }

    /**
     * What a bout left.
     *
     * @param name of the bout
     */
    record Findings(String name, ClientLog log, Trail trail) {
        /** The share of requests about patients who are known and whose rights nobody touched that got their record. */
        double availability() {
            List<Asked> steady = log.steady();
            return (double) steady.stream().filter(Asked::disclosed).count() / steady.size();
        }

        /** How often something else came back than a record, by status and problem. */
        private Map<String, Long> otherwise() {
            return log.steady().stream()
                    .filter(one -> !one.disclosed())
                    .collect(Collectors.groupingBy(
                            one -> one.status()
                                    + " "
                                    + one.answer().map(Asked.Answer::slug).orElse(one.failure()),
                            TreeMap::new,
                            Collectors.counting()));
        }

        /** How many found no place at first, and came again when they were told to. */
        long turnedAway() {
            return log.asked().stream().filter(one -> one.turnedAway() > 0).count();
        }

        /** How many answers were given without the store. */
        long degraded() {
            return log.asked().stream()
                    .filter(one -> one.answer().map(Asked.Answer::degraded).orElse(false))
                    .count();
        }

        /** Every promise was kept, and so large a share answered. */
        Findings holds(double least) {
            for (Promise promise : Promises.all()) {
                assertThat(promise.broken(log, trail)).as(promise.name()).isEmpty();
            }
            assertThat(availability())
                    .as("availability, but for %s", otherwise())
                    .isGreaterThanOrEqualTo(least);
            return this;
        }

        /** As every bout without a stated exception. */
        Findings holds() {
            return holds(0.999);
        }
    }
}
