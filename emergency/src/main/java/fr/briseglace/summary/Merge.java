package fr.briseglace.summary;

import fr.briseglace.summary.ItemStatus.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the facts of one section from all documents together: the same fact from several documents is one item with
 * several sources; where sources contradict each other every version stays.
 */
final class Merge {
    /** Facts with a key in common that are looked at before a new one is opened. */
    private static final int LOOKED_AT = 64;

    /** What one document says of a fact. */
    private record Statement(ClinicalItem item, Source source) {}

    /** What tells versions of a fact apart. */
    private record Version(Standing standing, @Nullable ItemValue value, Set<String> answers) {}

    private static final class Fact {
        final List<Statement> statements = new ArrayList<>();

        boolean has(Source source) {
            return statements.stream().anyMatch(said -> said.source().id().equals(source.id()));
        }
    }

    private final LocalDate today;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, List<Fact>> byKey = new HashMap<>();

    Merge(LocalDate today) {
        this.today = today;
    }

    /** Adds what a document says; documents come newest first, so that the first statement of a fact is the newest. */
    void add(Source source, ClinicalItem item) {
        Set<String> keys = Identity.keys(item);
        for (String key : keys) {
            List<Fact> known = byKey.getOrDefault(key, List.of());
            for (Fact fact : known.subList(0, Math.min(known.size(), LOOKED_AT))) {
                if (fact.statements.contains(new Statement(item, source))) {
                    return;
                }
                if (!fact.has(source)) {
                    join(fact, keys, source, item);
                    return;
                }
            }
        }
        Fact fact = new Fact();
        facts.add(fact);
        join(fact, keys, source, item);
    }

    private void join(Fact fact, Set<String> keys, Source source, ClinicalItem item) {
        fact.statements.add(new Statement(item, source));
        for (String key : keys) {
            List<Fact> known = byKey.computeIfAbsent(key, k -> new ArrayList<>());
            if (!known.contains(fact)) {
                known.add(fact);
            }
        }
    }

    /** The items in the order shown, numbered from the numbers given. */
    List<SummaryItem> items(int firstItem, int firstFact) {
        List<List<SummaryItem>> groups = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            groups.add(versions(facts.get(i), firstFact + i));
        }
        groups.sort(Comparator.comparing(this::holds)
                .reversed()
                .thenComparing(Merge::day, Comparator.reverseOrder())
                .thenComparingInt(group -> group.getFirst().fact()));
        List<SummaryItem> numbered = new ArrayList<>();
        for (List<SummaryItem> group : groups) {
            for (SummaryItem item : group) {
                String id = "i" + (firstItem + numbered.size());
                numbered.add(
                        new SummaryItem(id, item.fact(), item.item(), item.sources(), item.newest(), item.conflict()));
            }
        }
        return numbered;
    }

    int facts() {
        return facts.size();
    }

    private boolean holds(List<SummaryItem> group) {
        return group.stream().anyMatch(item -> Standings.of(item.item(), today) == Standing.HOLDS);
    }

    // What has no date of its own stands where the newest document that says it stands.
    private static LocalDate day(List<SummaryItem> group) {
        return group.stream()
                .map(item -> item.item().onset() == null
                        ? LocalDate.ofInstant(item.newest(), ZoneOffset.UTC)
                        : item.item().onset().first())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
    }

    private List<SummaryItem> versions(Fact fact, int number) {
        Map<Version, List<Statement>> versions = new LinkedHashMap<>();
        for (Statement said : fact.statements) {
            versions.computeIfAbsent(version(said.item()), key -> new ArrayList<>())
                    .add(said);
        }
        joinUnanswered(versions);
        List<SummaryItem> items = new ArrayList<>();
        for (Map.Entry<Version, List<Statement>> version : versions.entrySet()) {
            List<Statement> agreeing = version.getValue();
            List<String> sources =
                    agreeing.stream().map(said -> said.source().id()).distinct().toList();
            Instant newest = agreeing.getFirst().source().date();
            boolean conflict = versions.entrySet().stream().anyMatch(other -> contradict(version, other));
            items.add(new SummaryItem(
                    "i0",
                    number,
                    Together.of(agreeing.stream().map(Statement::item).toList()),
                    sources,
                    newest,
                    conflict));
        }
        return items;
    }

    // A source that only names a question agrees with the one that answers it.
    private static void joinUnanswered(Map<Version, List<Statement>> versions) {
        for (Version silent : List.copyOf(versions.keySet())) {
            if (silent.value() != null || !silent.answers().isEmpty()) {
                continue;
            }
            List<Version> answering = versions.keySet().stream()
                    .filter(other -> !other.equals(silent) && other.standing() == silent.standing())
                    .toList();
            List<Statement> unanswered = versions.get(silent);
            if (answering.size() == 1 && unanswered != null) {
                List<Statement> joined = new ArrayList<>(unanswered);
                joined.addAll(Objects.requireNonNull(versions.get(answering.getFirst())));
                joined.sort(
                        Comparator.comparing((Statement said) -> said.source().date())
                                .reversed());
                versions.remove(silent);
                versions.put(answering.getFirst(), joined);
            }
        }
    }

    private Version version(ClinicalItem item) {
        Set<String> answers = item.answers().stream()
                .map(coding -> coding.system() + "|" + coding.code())
                .collect(Collectors.toSet());
        Standing standing = Standings.of(item, today);
        // Past illness is past whether its end is written or not.
        boolean past = item.section() == SectionKind.HISTORY || item.section() == SectionKind.FAMILY_HISTORY;
        ItemValue value = item.value() instanceof Measure measure
                ? new Measure(measure.number().stripTrailingZeros(), measure.unit())
                : item.value();
        return new Version(past && standing == Standing.OVER ? Standing.HOLDS : standing, value, answers);
    }

    private boolean contradict(Map.Entry<Version, List<Statement>> one, Map.Entry<Version, List<Statement>> other) {
        Version a = one.getKey();
        Version b = other.getKey();
        if (a.equals(b)) {
            return false;
        }
        if (!Objects.equals(a.value(), b.value()) || !a.answers().equals(b.answers())) {
            return true;
        }
        if (a.standing() != Standing.HOLDS && b.standing() != Standing.HOLDS) {
            return false;
        }
        boolean firstOver = a.standing() != Standing.HOLDS;
        List<Statement> over = firstOver ? one.getValue() : other.getValue();
        List<Statement> holding = firstOver ? other.getValue() : one.getValue();
        // An older prescription that ran out does not contradict a newer one; a newer source that says it ended does.
        boolean ranOut = over.stream().allMatch(said -> Standings.onlyEnded(said.item(), today));
        return !ranOut
                || !over.getFirst()
                        .source()
                        .date()
                        .isBefore(holding.getFirst().source().date());
    }
}
