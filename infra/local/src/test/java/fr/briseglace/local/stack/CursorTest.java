package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.population.Situation;
import fr.briseglace.local.population.SyntheticPatient;
import fr.briseglace.patient.Representative;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor is a place in a list and no right to read it: whose it was, and what was allowed then, counts for nothing. */
@OnStack
class CursorTest {
    private static final String ACCESSES = "/v1/emergency-accesses/";

    private final Stack stack;
    private final Caller doctor;

    CursorTest(Stack stack) {
        this.stack = stack;
        this.doctor = stack.as("regulateur");
    }

    private static String cursor(String id) {
        UUID place = UUID.fromString(id);
        byte[] bytes = Buffer.buffer()
                .appendLong(place.getMostSignificantBits())
                .appendLong(place.getLeastSignificantBits())
                .getBytes();
        return "?cursor=" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String documents(Caller caller, Ins ins) throws IOException {
        return ACCESSES + caller.open(Asking.regulation(ins)).id() + "/documents";
    }

    private List<JsonObject> shelf(Caller caller, String path) throws IOException {
        Answer answer = caller.get(path);
        assertThat(answer.status()).isEqualTo(200);
        return Answer.objects(answer.json().getJsonArray("documents"));
    }

    @Test
    void placeInAnotherRecordIsNoPlaceInThisOne() throws IOException {
        String own = documents(doctor, stack.ordinary().file().ins());
        String other = documents(
                doctor, stack.patient(Situation.REPLACED_VERSION).file().ins());
        String newest = shelf(doctor, other).getFirst().getString("id");
        assertThat(shelf(doctor, own + cursor(newest))).isEmpty();
        assertThat(shelf(doctor, own + cursor(UUID.randomUUID().toString()))).isEmpty();
    }

    @Test
    void placeOfWhatIsMaskedAgainIsNoPlace() throws IOException {
        SyntheticPatient patient = stack.patient(Situation.MASKED_DOCUMENT);
        Ins ins = patient.file().ins();
        Caller holder = stack.holder(ins);
        String documents = documents(doctor, ins);
        List<String> visible = ids(shelf(doctor, documents));
        holder.decide(ins, new JsonObject().put("maskedInEmergency", true));
        String masked = ids(shelf(doctor, documents)).stream()
                .filter(id -> !visible.contains(id))
                .findFirst()
                .orElseThrow();
        holder.decide(ins, new JsonObject().put("maskedInEmergency", false));
        assertThat(doctor.get(documents + cursor(masked)).body())
                .isEqualTo(doctor.get(documents + cursor(UUID.randomUUID().toString()))
                        .body());
    }

    private static List<String> ids(List<JsonObject> documents) {
        return documents.stream().map(document -> document.getString("id")).toList();
    }

    @Test
    void cursorReadsNothingAfterAnOppositionOrTheEndOfTheWindow() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        String documents = documents(doctor, ins);
        String next = documents + cursor(shelf(doctor, documents).getFirst().getString("id"));
        stack.holder(ins).decide(ins, new JsonObject().put("regulationOpposed", true));
        Refused.as(doctor.get(next), 403, "opposed");
        stack.holder(ins).decide(ins, new JsonObject().put("regulationOpposed", false));
        Refused.as(stack.as("regulateur2").get(next), 404, "not-found");
        assertThat(doctor.get(next).status()).isEqualTo(200);
        doctor.send("DELETE", documents.substring(0, documents.lastIndexOf('/')));
        Refused.as(doctor.get(next), 410, "access-ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAA!", "%00", "null"})
    void cursorThatIsNoneIsMalformedHoweverItIsSpoilt(String cursor) throws IOException {
        String documents = documents(doctor, stack.ordinary().file().ins());
        Refused.as(doctor.get(documents + "?cursor=" + cursor), 400, "malformed");
        Refused.as(stack.as("privacy-officer").get("/v1/reviews?cursor=" + cursor), 400, "malformed");
    }

    @Test
    void placeInAnotherJournalIsNoPlaceInThisOne() throws IOException {
        Ins own = stack.ordinary().file().ins();
        Ins other = stack.ordinary().file().ins();
        doctor.open(Asking.regulation(own));
        String record = doctor.open(Asking.regulation(other)).id();
        Answer page = stack.holder(own).get("/v1/patients/" + own.value() + "/journal" + cursor(record));
        assertThat(page.json().getJsonArray("entries")).isEmpty();
        Refused.as(
                stack.holder(own).get("/v1/patients/" + other.value() + "/journal" + cursor(record)), 404, "not-found");
    }

    @Test
    void representativeWhoseRightEndedReadsNoFurtherPage() throws IOException {
        SyntheticPatient child = stack.patient(Situation.MINOR);
        Ins ins = child.file().ins();
        String record = doctor.open(Asking.regulation(ins)).id();
        doctor.open(Asking.regulation(ins));
        Ins parent = child.file().representatives().stream()
                .map(Representative::ins)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        String next = "/v1/patients/" + ins.value() + "/journal" + cursor(record);
        assertThat(stack.holder(parent).get(next).status()).isEqualTo(200);
        assertThat(stack.holder(parent).rights(ins).status()).isEqualTo(200);
        String theirs = "where patient_id = (select patient_id from patient_identifier where ins_value = '"
                + ins.value() + "') and ins_value = '" + parent.value() + "'";
        stack.store().rows("update representative set ins_value = '0' || substr(ins_value, 2) " + theirs);
        try {
            Refused.as(stack.holder(parent).get(next), 404, "not-found");
            Refused.as(stack.holder(parent).rights(ins), 404, "not-found");
            Refused.as(
                    stack.holder(parent).decide(ins, new JsonObject().put("regulationOpposed", true)),
                    404,
                    "not-found");
        } finally {
            stack.store()
                    .rows("update representative set ins_value = '" + parent.value() + "' where ins_value = '0"
                            + parent.value().substring(1) + "'");
        }
    }
}
