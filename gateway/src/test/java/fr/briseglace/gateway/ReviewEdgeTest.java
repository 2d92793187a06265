package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.StructureKind;
import fr.briseglace.oversight.Ground;
import fr.briseglace.trail.RecordKind;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The privacy officer's queue at the edge, and whoever else tries it. */
class ReviewEdgeTest {
    private static final String QUEUE = "/v1/reviews";
    private static final String ONE = QUEUE + "/" + ReviewMemory.ID;
    private static final String FINE = "{\"outcome\":\"legitimate\",\"comment\":\"vérifié\"}";

    private final House house = new House();
    private final Visitor officer = house.visitor(House.privacyOfficer());

    @BeforeEach
    void furnish() {
        house.kind = StructureKind.OVERSIGHT;
        house.reviews.waiting = List.of(ReviewMemory.review(ReviewMemory.ID));
    }

    @AfterEach
    void close() {
        officer.close();
        house.close();
    }

    @Test
    void queueShowsWhatIsNeededToJudgeInTheReadersLanguage() {
        HttpResponse<String> page = officer.get(QUEUE);
        assertThat(page.statusCode()).isEqualTo(200);
        JsonObject review = new JsonObject(page.body()).getJsonArray("reviews").getJsonObject(0);
        assertThat(review.getBoolean("overdue")).isTrue();
        assertThat(review.getBoolean("escalated")).isTrue();
        assertThat(review.getJsonObject("labels").getJsonArray("grounds"))
                .containsExactly("bris de glace", "patient du même nom");
        assertThat(review.getJsonObject("professional").getString("name")).isEqualTo("Anne <b>REGUL</b>");
        assertThat(page.headers().firstValue("content-type")).contains("application/json");
        assertThat(page.headers().firstValue("cache-control")).contains("no-store");
        assertThat(officer.with("Accept-Language", "en").get(QUEUE).body()).contains("patient of the same name");
        assertThat(house.reviews.records)
                .hasSize(2)
                .allSatisfy(kept -> assertThat(kept.record().kind()).isEqualTo(RecordKind.QUEUE_READ));
    }

    @Test
    void fullPageHasANextOne() {
        house.reviews.waiting = IntStream.range(0, 30)
                .mapToObj(i -> ReviewMemory.review(new UUID(0x7000, i)))
                .toList();
        JsonObject page = new JsonObject(officer.get(QUEUE).body());
        assertThat(page.getJsonArray("reviews")).hasSize(20);
        assertThat(officer.get(QUEUE + "?cursor=" + page.getString("next")).statusCode())
                .isEqualTo(200);
        assertThat(new JsonObject(officer.get(QUEUE + "?outcome=to-investigate").body()).getJsonArray("reviews"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=x", "cursor=", "outcome=abuse", "outcome="})
    void questionThatDoesNotFollowTheContractIsRefused(String query) {
        problem(officer.get(QUEUE + "?" + query), 400, "malformed");
        assertThat(house.reviews.records).isEmpty();
    }

    @Test
    void nobodyElseSeesTheQueueOrJudges() {
        for (String bearer : List.of(House.doctor(), House.operator(), House.holder())) {
            try (Visitor other = house.visitor(bearer)) {
                problem(other.get(QUEUE), 403, "not-entitled");
                problem(other.post(ONE, FINE), 403, "not-entitled");
            }
        }
        try (Visitor stranger = house.stranger(House.privacyOfficer())) {
            problem(stranger.get(QUEUE), 401, "unauthenticated");
        }
        assertThat(house.reviews.records).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = StructureKind.class, mode = EnumSource.Mode.EXCLUDE, names = "OVERSIGHT")
    void officerFromAnotherHouseIsNobody(StructureKind kind) {
        house.kind = kind;
        problem(officer.get(QUEUE), 403, "not-entitled");
        problem(officer.post(ONE, FINE), 403, "not-entitled");
    }

    @Test
    void judgementIsKeptWithItsWordsAsTheyWere() {
        String markup = "<script>alert(1)</script> & \\\"'";
        assertThat(officer.post(ONE, "{\"outcome\":\"abuse\",\"comment\":\"" + markup + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.reviews.records.getFirst().record().reason())
                .satisfies(reason -> assertThat(reason.text()).isEqualTo(markup.replace("\\", "")));
    }

    @Test
    void whatIsSettledOrUnknownIsSaid() {
        house.reviews.settled = true;
        problem(officer.post(ONE, FINE), 409, "already-reviewed");
        problem(officer.post(QUEUE + "/" + new UUID(1, 1), FINE), 404, "not-found");
        problem(officer.post(QUEUE + "/1-1-1-1-1", FINE), 404, "not-found");
    }

    static Stream<String> wrong() {
        return Stream.of(
                "{}",
                "{\"outcome\":\"legitimate\"}",
                "{\"outcome\":\"fine\",\"comment\":\"vérifié\"}",
                "{\"outcome\":\"legitimate\",\"comment\":\"ok\"}",
                "{\"outcome\":\"legitimate\",\"comment\":\"" + "x".repeat(501) + "\"}",
                "{\"outcome\":\"legitimate\",\"comment\":\"a\\u0000b\"}",
                "{\"outcome\":\"legitimate\",\"comment\":\"vérifié\",\"by\":\"somebody\"}",
                "{\"outcome\":\"legitimate\",\"outcome\":\"abuse\",\"comment\":\"vérifié\"}");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("wrong")
    void judgementThatDoesNotFollowTheContractIsRefused(String body) {
        problem(officer.post(ONE, body), 400, "malformed");
        assertThat(house.reviews.records).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/html"
            })
    void pageOfAnotherSiteCannotJudge(String type) {
        problem(officer.with("Content-Type", type).post(ONE, FINE), 415, "unsupported-media-type");
    }

    @Test
    void judgementOverEightKibibytesIsTooLarge() {
        problem(officer.post(ONE, FINE + " ".repeat(8 * 1024)), 413, "too-large");
    }

    @ParameterizedTest
    @EnumSource(Ground.class)
    void everyGroundHasAName(Ground ground) {
        for (Tongue tongue : Tongue.values()) {
            assertThat(JournalWords.in(tongue).name("ground", ground.word())).isNotBlank();
        }
    }
}
