package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.TimeUuid;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * A letter to put into a record: a small CDA with one problem in words.
 *
 * @param ins whose record
 * @param id root of its unique id
 * @param title its title
 * @param words what it says
 * @param author national id of who wrote it
 * @param version its number in the set of {@link #SET}; 0 where it belongs to no set
 * @param replaces root of the unique id of the letter it replaces; empty where none
 */
public record Letter(Ins ins, String id, String title, String words, String author, int version, String replaces) {
    /** The set of all letters that have a version. */
    private static final String SET = "1.2.3.9";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A letter of that id to patient 1, written as many seconds after the others as its id's last digit says. */
    public static Letter of(String id) {
        return new Letter(TestPatients.ins(1), id, "Lettre " + id, "asthme", "810001111111", 0, "");
    }

    /** Under another title. */
    public Letter entitled(String other) {
        return new Letter(ins, id, other, words, author, version, replaces);
    }

    /** Saying something else. */
    public Letter saying(String other) {
        return new Letter(ins, id, title, other, author, version, replaces);
    }

    /** By somebody else. */
    public Letter by(String other) {
        return new Letter(ins, id, title, words, other, version, replaces);
    }

    /** To somebody else. */
    public Letter to(Ins other) {
        return new Letter(other, id, title, words, author, version, replaces);
    }

    /** As that version of its set. */
    public Letter version(int number) {
        return new Letter(ins, id, title, words, author, number, replaces);
    }

    /** In place of another. */
    public Letter replacing(String other) {
        return new Letter(ins, id, title, words, author, version, other);
    }

    /** The document. */
    public String xml() {
        return """
                <ClinicalDocument xmlns="urn:hl7-org:v3">
                  <id root="%s"/>
                  <code code="11490-0" codeSystem="2.16.840.1.113883.6.1" displayName="Lettre"/>
                  <title>%s</title>
                  <effectiveTime value="2026010203040%s+0100"/>
                  %s
                  <recordTarget><patientRole><id root="%s" extension="%s"/></patientRole></recordTarget>
                  <author><assignedAuthor><id root="1.2.250.1.71.4.2.1" extension="%s"/></assignedAuthor></author>
                  %s
                  <component><structuredBody><component><section>
                    <code code="11450-4" codeSystem="2.16.840.1.113883.6.1"/>
                    <title>Problèmes</title><text><paragraph>%s</paragraph></text>
                  </section></component></structuredBody></component>
                </ClinicalDocument>
                """.formatted(
                        id,
                        title,
                        id.substring(id.length() - 1),
                        version == 0 ? "" : "<setId root=\"" + SET + "\"/><versionNumber value=\"" + version + "\"/>",
                        ins.oid(),
                        ins.value(),
                        author,
                        replaces.isEmpty()
                                ? ""
                                : "<relatedDocument typeCode=\"RPLC\"><parentDocument><id root=\"" + replaces
                                        + "\"/></parentDocument></relatedDocument>",
                        words);
    }

    /** The bytes of the document. */
    public byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }

    /** Puts any document into its record. */
    public static Deposit deposit(Pool sql, String xml, Marks marks) {
        Deposit deposit = sql.withTransaction(
                        connection -> new Deposits(connection, () -> TimeUuid.of(Instant.now(), RANDOM), Instant::now)
                                .deposit(xml.getBytes(StandardCharsets.UTF_8), marks))
                .await();
        assertThat(deposit).isNotNull();
        return deposit;
    }

    /** Puts this letter into its record; gives the document's identifier. */
    public UUID deposit(Pool sql, Marks marks) {
        Deposit deposit = deposit(sql, xml(), marks);
        assertThat(deposit).isInstanceOf(Deposit.Accepted.class);
        return ((Deposit.Accepted) deposit).documentId();
    }
}
