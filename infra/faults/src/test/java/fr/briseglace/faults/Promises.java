package fr.briseglace.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fr.briseglace.faults.Trail.Notice;
import fr.briseglace.faults.Trail.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What is promised whatever fails. */
final class Promises {
    /** How soon a node knows what was decided on another, at the latest. */
    static final Duration HEARD = Duration.ofSeconds(2);

    private Promises() {}

    /** All of them. */
    static List<Promise> all() {
        return List.of(new EveryAnswerRecorded(), new NothingTwice(), new OppositionsHold(), new EverybodyTold());
    }

    /** Whoever was answered with a record, or with a refusal that names one, finds it in the trail and in the log. */
    record EveryAnswerRecorded() implements Promise {
        @Override
        public String name() {
            return "answers without record";
        }

        @Override
        public List<String> broken(ClientLog log, Trail trail) {
            Set<String> shown = named(trail.shown());
            Set<String> refused = named(trail.records().stream()
                    .filter(record -> record.kind().equals("refused"))
                    .collect(toMap(Recorded::access, Function.identity(), (one, same) -> one)));
            List<String> broken = new ArrayList<>();
            for (Asked asked : log.asked()) {
                String access = asked.answer()
                        .flatMap(Asked.Answer::access)
                        .map(UUID::toString)
                        .orElse("none");
                boolean owed = asked.disclosed() || !access.equals("none");
                if (owed && !(asked.disclosed() ? shown : refused).contains(access + asked.caseId())) {
                    broken.add("answered %d as %s, not recorded: %s".formatted(asked.status(), access, asked.caseId()));
                }
            }
            trail.records().stream()
                    .filter(record -> !record.placed())
                    .forEach(record -> broken.add("not in the log: " + record.caseId()));
            return broken;
        }

        private static Set<String> named(Map<UUID, Recorded> records) {
            return records.entrySet().stream()
                    .map(one -> one.getKey() + one.getValue().caseId())
                    .collect(toSet());
        }
    }

    /** A request is one access, however often it had to be sent. */
    record NothingTwice() implements Promise {
        @Override
        public String name() {
            return "recorded twice";
        }

        @Override
        public List<String> broken(ClientLog log, Trail trail) {
            Map<String, Long> openings = trail.opened().stream().collect(groupingBy(Recorded::caseId, counting()));
            return openings.entrySet().stream()
                    .filter(one -> one.getValue() > 1)
                    .map(one -> "opened " + one.getValue() + " times: " + one.getKey())
                    .toList();
        }
    }

    /**
     * Nobody is shown the record of a patient who was opposed from before the request to after the answer. One exception
     * is stated: what was decided less than {@link #HEARD} before the store was lost, or by way of a node that had it back
     * already, may not have reached a node that still answers without it, where Redis did not pass it on in time; it is then
     * found afterwards.
     */
    record OppositionsHold() implements Promise {
        @Override
        public String name() {
            return "oppositions violated";
        }

        @Override
        public List<String> broken(ClientLog log, Trail trail) {
            Map<UUID, Recorded> shown = trail.shown();
            List<String> broken = new ArrayList<>();
            for (Opposed opposed : log.opposed()) {
                boolean late = opposed.from() > log.faultFrom() - HEARD.toNanos();
                for (Asked asked : log.asked()) {
                    if (asked.disclosed() && opposed.covers(asked)) {
                        boolean found = asked.answer()
                                .flatMap(Asked.Answer::access)
                                .map(shown::get)
                                .filter(record -> trail.findings().contains(record.id()))
                                .isPresent();
                        boolean excused = late
                                && found
                                && asked.answer().map(Asked.Answer::degraded).orElse(false);
                        if (!excused) {
                            broken.add("shown against an opposition: " + asked.caseId());
                        }
                    }
                }
            }
            return broken;
        }
    }

    /** Every opening has the notices of any other day, and those that leave as mail have left. */
    record EverybodyTold() implements Promise {
        @Override
        public String name() {
            return "notices lost";
        }

        @Override
        public List<String> broken(ClientLog log, Trail trail) {
            Map<UUID, Long> written = trail.notices().stream().collect(groupingBy(Notice::record, counting()));
            List<String> broken = new ArrayList<>();
            for (Recorded opened : trail.opened()) {
                long usual = trail.usual().getOrDefault(opened.patient(), 0);
                long had = written.getOrDefault(opened.id(), 0L);
                if (usual == 0 || had != usual) {
                    broken.add(had + " notices in place of " + usual + ": " + opened.caseId());
                }
            }
            Map<UUID, Recorded> records =
                    trail.records().stream().collect(toMap(Recorded::id, Function.identity(), (one, same) -> one));
            for (Notice notice : trail.notices()) {
                boolean waits =
                        !notice.state().equals("sent") && !notice.state().equals("awaiting-address");
                boolean vanished = notice.mail()
                        && notice.state().equals("sent")
                        && trail.mails().getOrDefault(notice.id(), 0) == 0;
                if (waits || vanished) {
                    Recorded record = records.get(notice.record());
                    broken.add((waits ? notice.state() : "not with the relay") + ": "
                            + (record == null ? "no record" : record.caseId()));
                }
            }
            return broken;
        }
    }

    /** Who was shown late what an opposition forbade, and is in the findings: the stated exception, for the report. */
    static long foundAfterwards(Trail trail) {
        Set<UUID> own = trail.records().stream().map(Recorded::id).collect(toSet());
        return trail.findings().stream().filter(own::contains).count();
    }
}
