package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.FoldedName;
import fr.briseglace.identity.Traits;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchScaleTest {
    private static final int PATIENTS = 20_000;
    private static final String PIECES =
            "aàâäbcçdeéèêëfghiîïjklmnñoôöœpqrsßtuùûüvwxyÿzæøłđðþıABCÉŒÆØŁĐÐÞẞÑ' -’·.0ǽ①ﬁĳ\u0301";

    private final SearchBench bench = new SearchBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** As many born on each day as in a population of more than a million; names of two or three of 20 syllables. */
    private void populate() {
        bench.rows("""
                insert into patient (patient_id, record_status, birth_name, given_names, birth_date, sex, identity_status)
                select gen_random_uuid(), 'OPEN',
                       (select string_agg((array['MAR','TIN','DU','PONT','LE','GOFF','ROY','BER','NARD','PE','TIT','MO',
                                                 'REAU','LAU','RENT','SI','MON','MI','CHEL','GAR'])
                                          [1 + (n * 7 + s * s * 13 + n / (3 + s)) % 20], '')
                        from generate_series(1, 2 + n % 2) s),
                       array['MARIE'], date '1979-01-01' + n % 500, 'F', 'QUALIFIED'
                from generate_series(1, 20000) n
                """);
        bench.rows("insert into patient_identifier select left(patient_id::text, 15), '1', patient_id from patient");
        for (String table : List.of("patient_name", "patient", "patient_identifier")) {
            bench.rows("vacuum analyze " + table);
        }
    }

    private String plan(Traits traits) {
        StringBuilder plan = new StringBuilder();
        for (Row row : bench.sql
                .preparedQuery("explain (analyze, buffers, costs off, timing off) " + PgSearchStore.BY_TRAITS)
                .execute(PgSearchStore.byTraits(traits, 501))
                .await()) {
            plan.append(row.getString(0)).append('\n');
        }
        return plan.toString();
    }

    @Test
    void searchReadsTheDayOfBirthInOneIndexAndFetchesOnlyThoseWhoseNameFits() {
        populate();
        LocalDate born = LocalDate.of(1979, 5, 4);
        String name = bench.rows("select birth_name from patient where birth_date = '" + born + "' limit 1")
                .getFirst()
                .getString(0);
        String plan = plan(new Traits(name, null, "MARIE", born, null, null));
        assertThat(bench.rows("select count(*) from patient_name").getFirst().getInteger(0))
                .isEqualTo(PATIENTS);
        assertThat(plan)
                .contains("Index Only Scan using patient_name_born", "Index Cond: (birth_date = ANY", "Heap Fetches: 0")
                .contains("Index Scan using patient_pkey", "using patient_identifier_of")
                .doesNotContain("Seq Scan");
    }

    @Test
    void storeFoldsEveryNameAsTheServiceDoes() {
        Random random = new Random(20260304);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int letters = random.nextInt(12); letters >= 0; letters--) {
                int at = random.nextInt(PIECES.length() + 4);
                name.append(at < PIECES.length() ? PIECES.charAt(at) : (char) (0xA0 + random.nextInt(0x2000)));
            }
            names.add(name.toString());
        }
        List<String> folded = new ArrayList<>();
        bench.sql
                .preparedQuery(
                        "select fold_name(name) from unnest($1::text[]) with ordinality n (name, at) order by at")
                .execute(Tuple.of(names.toArray(String[]::new)))
                .await()
                .forEach(row -> folded.add(row.getString(0)));
        assertThat(folded)
                .isEqualTo(names.stream().map(name -> FoldedName.of(name).key()).toList());
    }
}
