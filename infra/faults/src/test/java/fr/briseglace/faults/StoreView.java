package fr.briseglace.faults;

import fr.briseglace.faults.Trail.Notice;
import fr.briseglace.faults.Trail.Recorded;
import fr.briseglace.identity.Ins;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The store as it is, seen past the gateways; without notices by SMS, which no channel takes yet. */
final class StoreView {
    private static final String RECORDS = """
            select a.record_id, a.access_id, a.patient_id, a.kind, a.case_id, a.degraded, l.record_id is not null
            from access a left join leaf l using (record_id) where a.case_id like ? || '%'
            """;
    private static final String NOTICES = """
            select n.notice_id, n.record_id, n.channel, n.state, n.address
            from notice n join access a on a.patient_id = n.patient_id and a.record_id = n.record_id
            where a.case_id like ? || '%' and n.channel <> 'sms'
            """;
    private static final String FINDINGS = """
            select f.record_id from outage_finding f join access a using (patient_id, record_id)
            where a.case_id like ? || '%'
            """;
    private static final String USUAL = """
            select a.patient_id, count(n.notice_id) / count(distinct a.record_id)
            from access a left join notice n on n.patient_id = a.patient_id and n.record_id = a.record_id
                          and n.channel <> 'sms'
            where a.kind = 'opened' and a.case_id like ? || '%' group by 1
            """;
    private static final String UNREST = """
            select (select count(*) from notice where state = 'pending' and channel <> 'sms')
                 + (select count(*) from unsequenced)
            """;

    private static final String PEOPLE = """
            select i.ins_value, i.ins_oid, p.birth_name, p.given_names[1], p.birth_date::text, coalesce(p.email, ''),
                   coalesce(p.mobile, '')
            from patient p join patient_identifier i using (patient_id)
            """;

    private final String url;

    /** The store at an address for JDBC. */
    StoreView(String url) {
        this.url = url;
    }

    /** A notice and where it goes. */
    record Addressed(Notice notice, String address) {}

    /** Somebody the store knows. */
    record Person(Ins ins, String birthName, String givenName, String birthDate, String email, String mobile) {
        String matricule() {
            return ins.value();
        }
    }

    List<Person> people() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(PEOPLE);
                ResultSet row = statement.executeQuery()) {
            List<Person> people = new ArrayList<>();
            while (row.next()) {
                people.add(new Person(
                        new Ins(row.getString(1), row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
            }
            return people;
        }
    }

    List<Recorded> records(String cases) throws SQLException {
        return read(
                RECORDS,
                cases,
                row -> new Recorded(
                        uuid(row, 1),
                        uuid(row, 2),
                        uuid(row, 3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getBoolean(7)));
    }

    List<Addressed> notices(String cases) throws SQLException {
        return read(
                NOTICES,
                cases,
                row -> new Addressed(
                        new Notice(
                                uuid(row, 1),
                                uuid(row, 2),
                                row.getString(3).equals("secure-mail")
                                        || row.getString(3).equals("email"),
                                row.getString(4)),
                        row.getString(5) == null ? "" : row.getString(5)));
    }

    Set<UUID> findings(String cases) throws SQLException {
        return new HashSet<>(read(FINDINGS, cases, row -> uuid(row, 1)));
    }

    /** How many notices an access to each patient wrote in those cases. */
    Map<UUID, Integer> usual(String cases) throws SQLException {
        Map<UUID, Integer> usual = new HashMap<>();
        read(USUAL, cases, row -> usual.put(uuid(row, 1), row.getInt(2)));
        return usual;
    }

    /** Whether all notices have left, and all records their place in the log. */
    boolean atRest() throws SQLException {
        return read(UNREST, "", row -> row.getLong(1)).getFirst() == 0;
    }

    /** Runs a statement of an operator. */
    void execute(String statement) throws SQLException {
        try (Connection connection = connect();
                var plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String statement, String cases, Reading<T> reading) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(statement)) {
            if (!cases.isEmpty()) {
                select.setString(1, cases);
            }
            List<T> read = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    read.add(reading.of(rows));
                }
            }
            return read;
        }
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
