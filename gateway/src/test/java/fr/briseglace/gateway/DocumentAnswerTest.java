package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.Documents.Card;
import fr.briseglace.access.Documents.Content;
import fr.briseglace.law.PatientRights;
import fr.briseglace.trail.RecordKind;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a document is given: by range, by what the caller has already, and to whoever may read it now. */
@Timeout(60)
class DocumentAnswerTest {
    private static final String WINDOW = AccessResource.PATH + "/" + Example.ACCESS;
    private static final String DOCUMENT = WINDOW + "/documents/" + Example.DOCUMENT;
    private static final String TAG = '"' + "0".repeat(64) + '"';

    private final House house = new House();
    private final Visitor doctor = house.visitor(House.doctor());

    @BeforeEach
    void open() {
        house.sighting = Example.sighting(PatientRights.NONE);
        house.window = Example.window(false);
        house.documents = List.of(Example.document());
    }

    @AfterEach
    void close() {
        doctor.close();
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-1, co",
        "Bytes=2-, ntenu",
        "bytes=-3, enu",
        "bytes=-7, contenu",
        "bytes=-8, contenu",
        "bytes=-4294967295, contenu",
        "bytes=-99999999999999999999, contenu",
        "bytes=6-2147483648, u",
        "bytes=0000000000000000000006-4294967295, u",
        "bytes=5-99999999999999999999, nu"
    })
    void rangeOfTheContentIsGiven(String range, String given) {
        HttpResponse<String> part = doctor.with("Range", range).get(DOCUMENT);

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(given);
        assertThat(part.headers().firstValue("content-range").orElse("")).endsWith("/7");
        assertThat(part.headers().firstValue("cache-control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=7-",
                "bytes=-0",
                "bytes=2147483648-",
                "bytes=4294967290-4294967295",
                "bytes=4294967295-",
                "bytes=18446744073709551615-",
                "bytes=99999999999999999999-"
            })
    void rangeBehindTheContentIsNotSatisfied(String range) {
        HttpResponse<String> none = doctor.with("Range", range).get(DOCUMENT);

        assertThat(none.statusCode()).isEqualTo(416);
        assertThat(none.headers().firstValue("content-range")).contains("bytes */7");
        assertThat(none.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=",
                "bytes=-",
                "bytes=--1",
                "bytes=+1-3",
                "bytes=3-1",
                "bytes=0x1-2",
                "bytes=0-1,3-4",
                "pages=1-2",
                "0-1"
            })
    void whatIsNoSingleRangeIsIgnored(String range) {
        HttpResponse<String> whole = doctor.with("Range", range).get(DOCUMENT);

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo("contenu");
    }

    @Test
    void rangeOfOtherContentIsAnsweredWithTheWhole() {
        Visitor reading = doctor.with("Range", "bytes=0-1");

        assertThat(reading.with("If-Range", TAG).get(DOCUMENT).statusCode()).isEqualTo(206);
        for (String other : List.of("\"other\"", "W/" + TAG, "Thu, 01 Jan 1970 00:00:00 GMT")) {
            assertThat(reading.with("If-Range", other).get(DOCUMENT).body()).isEqualTo("contenu");
        }
    }

    @Test
    void whoHasTheContentGetsItNoMoreByWhateverFormOfItsTag() {
        for (String held : List.of(TAG, "W/" + TAG, "\"a\", " + TAG + " , \"b\"", "*")) {
            HttpResponse<String> known = doctor.with("If-None-Match", held).get(DOCUMENT);

            assertThat(known.statusCode()).as(held).isEqualTo(304);
            assertThat(known.body()).isEmpty();
            assertThat(known.headers().firstValue("cache-control")).contains("no-store");
        }
        for (String other : List.of("\"a\"", TAG.replace("\"", ""), "")) {
            assertThat(doctor.with("If-None-Match", other).get(DOCUMENT).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void contentIsGivenAsItWasDepositedAndNeverCompressed() {
        HttpResponse<String> whole = doctor.with("Accept-Encoding", "gzip").get(DOCUMENT);
        HttpResponse<String> part = doctor.with("Accept-Encoding", "gzip")
                .with("Range", "bytes=0-1")
                .get(DOCUMENT);

        assertThat(whole.body()).isEqualTo("contenu");
        assertThat(part.body()).isEqualTo("co");
        assertThat(part.headers().firstValue("content-encoding").orElse("identity"))
                .isEqualTo("identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Range: bytes=0-0", "Range: bytes=99-", "If-None-Match: *", "Accept: */*"})
    void everyLookIsDecidedAnewAndRecordedHoweverLittleIsGiven(String header) {
        String[] named = header.split(": ", -1);
        Visitor reading = doctor.with(named[0], named[1]);

        assertThat(reading.get(DOCUMENT).statusCode()).isBetween(200, 416);
        assertThat(house.records).hasSize(1);
        assertThat(house.records.getFirst().record().kind()).isEqualTo(RecordKind.FETCHED);

        house.sighting = Example.sighting(new PatientRights(true, false, false, Set.of()));
        problem(reading.get(DOCUMENT), 403, "opposed");
        assertThat(house.records.getLast().record().kind()).isEqualTo(RecordKind.REFUSED);

        house.sighting = Example.sighting(PatientRights.NONE);
        house.documents = List.of();
        problem(reading.get(DOCUMENT), 404, "not-found");
        assertThat(house.records.getLast().record().kind()).isEqualTo(RecordKind.SOUGHT);

        house.window = Example.window(true);
        problem(reading.get(DOCUMENT), 410, "access-ended");
        assertThat(house.records).hasSize(3);
    }

    @Test
    void faultWhileAnsweringIsAnswered() {
        Card card = Example.document().card();
        house.documents = List.of(new Content(
                new Card(
                        card.id(),
                        card.type(),
                        card.title(),
                        card.date(),
                        "{",
                        card.mediaType(),
                        card.size(),
                        card.sha256(),
                        card.status(),
                        card.notVisibleToPatient()),
                new byte[0]));

        problem(doctor.get(WINDOW + "/documents"), 500, "internal");
    }
}
