package fr.briseglace.store;

import fr.briseglace.identity.Traits;
import fr.briseglace.search.PatientQuery;
import fr.briseglace.search.PatientQuery.ByPhone;
import fr.briseglace.search.PatientQuery.ByProvisional;
import fr.briseglace.search.PatientQuery.ByTraits;
import fr.briseglace.search.PhoneNumber;
import fr.briseglace.search.ProvisionalNumber;
import fr.briseglace.search.SearchOutcome.Found;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * How long each kind of search takes among very many patients, and the plan by which the store finds them; to be run by
 * hand, with the number of patients as its argument. A time runs from the question to the answer: look, match, score,
 * keep the durable record of the search, seal the tokens.
 */
public final class SearchMillion {
    private static final int WARM_UP = 300;
    private static final int MEASURED = 500;

    private final SearchBench bench = new SearchBench();
    private final Random random = new Random(20260304);

    private SearchMillion() {}

    /** Prints a line for each kind of search, then the plan. */
    public static void main(String[] arguments) throws SQLException {
        int patients = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        SearchMillion million = new SearchMillion();
        million.populate(patients);
        million.measure();
        System.exit(0);
    }

    private void populate(int patients) throws SQLException {
        long begun = System.nanoTime();
        DatabaseSettings settings = bench.settings;
        try (Connection connection = DriverManager.getConnection(
                        settings.jdbcUrl(settings.servers().getFirst()), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            for (String step : population().split(";\n", -1)) {
                statement.execute(step.replace(":patients", String.valueOf(patients)));
            }
        }
        System.out.printf(Locale.ROOT, "%,d patients in %.0f s%n", patients, (System.nanoTime() - begun) / 1e9);
        System.out.println(bench.rows("""
                        select format('most on one day: %s; of one name: %s; of one name on one day: %s',
                            (select max(c) from (select count(*) c from patient_name group by birth_date) a),
                            (select max(c) from (select count(*) c from patient_name group by name_key) a),
                            (select max(c) from (select count(*) c from patient_name group by name_key, birth_date) a))
                        """).getFirst().getString(0));
    }

    private static String population() {
        try (InputStream in = SearchMillion.class.getResourceAsStream("search-population.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure() {
        List<Row> somebody = people("p.birth_date not in (select birth_date from crowded_day)");
        List<Row> common = people("p.birth_name in ('MARTIN', 'BERNARD', 'THOMAS', 'PETIT')");
        List<Row> crowd = people(
                "p.birth_name = 'MARTIN' and p.given_names[1] = 'JEAN' and p.birth_date in (select birth_date from crowded_day)");
        List<Row> exchangeable = people("extract(day from p.birth_date) <= 12");
        List<Row> called = people("p.mobile is not null");
        List<Row> numbered = people("p.patient_id in (select patient_id from provisional_tie)");
        System.out.printf("%-34s %8s %8s %8s   %s%n", "ms", "p50", "p99", "max", "answered by");
        time("exact traits", somebody, row -> traits(row, name(row), born(row)));
        time("exact traits, a common name", common, row -> traits(row, name(row), born(row)));
        time("typing error in the name", somebody, row -> traits(row, mistyped(name(row)), born(row)));
        time("day and month exchanged", exchangeable, row -> traits(row, name(row), exchanged(born(row))));
        time("vague: MARTIN on a crowded day", crowd, row -> traits(row, name(row), born(row)));
        time("nobody of that name", somebody, row -> traits(row, "XYLOPHAGE", born(row)));
        time(
                "phone",
                called,
                row -> new ByPhone(PhoneNumber.read(row.getString("mobile")).orElseThrow()));
        time("provisional number", numbered, row -> provisional(row.getString("number")));
        time("provisional number of nobody", somebody, row -> provisional("SINUS-0"));
        plan(crowd.getFirst());
    }

    private List<Row> people(String where) {
        return bench.rows("""
                select p.birth_name, p.given_names[1] as given_name, p.birth_date, p.mobile, t.number
                from patient p left join provisional_tie t using (patient_id) where %s
                order by md5(p.patient_id::text) limit %d
                """.formatted(where, MEASURED));
    }

    private void time(String what, List<Row> people, Function<Row, PatientQuery> question) {
        for (int i = 0; i < WARM_UP; i++) {
            bench.find(question.apply(people.get(random.nextInt(people.size()))));
        }
        long[] nanos = new long[people.size()];
        int shown = 0;
        int vague = 0;
        for (int i = 0; i < nanos.length; i++) {
            PatientQuery query = question.apply(people.get(i));
            long begun = System.nanoTime();
            Found found = bench.find(query);
            nanos[i] = System.nanoTime() - begun;
            shown += found.candidates().isEmpty() ? 0 : 1;
            vague += found.truncated() ? 1 : 0;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-34s %8.1f %8.1f %8.1f   candidates %d, too many %d, nobody %d%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                shown,
                vague,
                nanos.length - shown - vague);
    }

    private void plan(Row row) {
        Traits traits = ((ByTraits) traits(row, name(row), born(row))).traits();
        bench.sql
                .preparedQuery("explain (analyze, buffers, costs off) " + PgSearchStore.BY_TRAITS)
                .execute(PgSearchStore.byTraits(traits, 501))
                .await()
                .forEach(line -> System.out.println(line.getString(0)));
    }

    private static PatientQuery traits(Row row, String birthName, LocalDate born) {
        return new ByTraits(new Traits(birthName, null, row.getString("given_name"), born, null, null));
    }

    private static PatientQuery provisional(String number) {
        return new ByProvisional(ProvisionalNumber.read(number).orElseThrow());
    }

    private static String name(Row row) {
        return row.getString("birth_name");
    }

    private static LocalDate born(Row row) {
        return row.getLocalDate("birth_date");
    }

    private static LocalDate exchanged(LocalDate born) {
        return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
    }

    /** Its second and third letter the wrong way round, or one letter more where they are the same. */
    private static String mistyped(String name) {
        char second = name.charAt(1);
        char third = name.charAt(2);
        return second == third
                ? name.charAt(0) + "H" + name.substring(1)
                : "" + name.charAt(0) + third + second + name.substring(3);
    }
}
