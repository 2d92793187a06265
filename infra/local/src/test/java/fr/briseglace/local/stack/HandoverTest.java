package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.patient.PatientFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A case passes on to a colleague, and to nobody else. */
@OnStack
class HandoverTest {
    private static final String ACCESSES = "/v1/emergency-accesses/";

    private final Stack stack;
    private final Caller doctor;
    private final Caller colleague;

    HandoverTest(Stack stack) {
        this.stack = stack;
        this.doctor = stack.as("regulateur");
        this.colleague = stack.as("regulateur2");
    }

    private static JsonObject to(Caller whom) {
        return new JsonObject().put("to", new JsonObject().put("rpps", whom.nationalId()));
    }

    /** Where the colleague claims the case of a new window. */
    private String offered(PatientFile file, Caller whom) throws IOException {
        String window = ACCESSES + doctor.open(Asking.regulation(file.ins())).id();
        Answer offer = doctor.send("POST", window + "/handovers", to(whom));
        assertThat(offer.status()).isEqualTo(201);
        assertThat(offer.body())
                .doesNotContain(file.ins().value(), file.identity().birthName());
        return offer.json().getString("claim");
    }

    private Answer claim(Caller whom, String claim) throws IOException {
        return whom.send("POST", claim, new JsonObject());
    }

    @Test
    void caseThatIsClaimedTwiceIsOneAccess() throws IOException {
        PatientFile file = stack.ordinary().file();
        String claim = offered(file, colleague);
        Answer taken = claim(colleague, claim);
        assertThat(taken.status()).isEqualTo(201);
        Answer again = claim(colleague, claim);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.id()).isEqualTo(taken.id());
    }

    @Test
    void offerIsNobodysButTheColleagues() throws IOException {
        String claim = offered(stack.ordinary().file(), colleague);
        for (String name : new String[] {"regulateur", "regulateur-samu75", "urgentiste", "arm", "portal"}) {
            Refused.as(claim(stack.as(name), claim), 404, "not-found");
        }
        Refused.as(claim(colleague, "/v1/handovers/" + UUID.randomUUID() + "/claim"), 404, "not-found");
        Refused.as(claim(colleague, "/v1/handovers/nothing/claim"), 404, "not-found");
        assertThat(claim(colleague, claim).status()).isEqualTo(201);
    }

    @Test
    void windowOfSomebodyElseIsNotTheirsToHandOver() throws IOException {
        String window = ACCESSES
                + doctor.open(Asking.regulation(stack.ordinary().file().ins())).id();
        Refused.as(colleague.send("POST", window + "/handovers", to(doctor)), 404, "not-found");
    }

    @Test
    void nobodyHandsACaseOverToThemselves() throws IOException {
        Answer opened = doctor.open(Asking.breakGlass(stack.ordinary().file().ins()));
        Refused.as(doctor.send("POST", ACCESSES + opened.id() + "/handovers", to(doctor)), 400, "malformed");
        JsonObject bare = new JsonObject()
                .put("to", new JsonObject().put("rpps", doctor.nationalId().substring(1)));
        Refused.as(doctor.send("POST", ACCESSES + opened.id() + "/handovers", bare), 400, "malformed");
    }

    @Test
    void caseThatIsClaimedManyTimesAtOnceIsOneAccess() throws IOException {
        PatientFile file = stack.ordinary().file();
        String claim = offered(file, colleague);
        List<Answer> taken = AtOnce.times(8, i -> claim(colleague, claim));
        assertThat(taken).extracting(Answer::status).containsOnly(200, 201);
        assertThat(taken).extracting(Answer::id).containsOnly(taken.getFirst().id());
        assertThat(Journal.of(stack, file.ins()).entries())
                .filteredOn(entry -> entry.getString("kind").equals("opened"))
                .hasSize(2);
    }

    @Test
    void claimedCaseThatWasClosedSinceIsNotTakenAgain() throws IOException {
        String claim = offered(stack.ordinary().file(), colleague);
        Answer taken = claim(colleague, claim);
        assertThat(colleague.send("DELETE", ACCESSES + taken.id()).status()).isEqualTo(204);
        Refused.as(claim(colleague, claim), 410, "access-ended");
    }

    @Test
    void endedWindowHandsOverNothing() throws IOException {
        String window = ACCESSES
                + doctor.open(Asking.regulation(stack.ordinary().file().ins())).id();
        doctor.send("DELETE", window);
        Refused.as(doctor.send("POST", window + "/handovers", to(colleague)), 410, "access-ended");
    }

    @Test
    void colleagueWhoMayNotRegulateCannotTakeTheCaseAndTheAttemptIsInTheJournal() throws IOException {
        PatientFile file = stack.ordinary().file();
        Caller urgentist = stack.as("urgentiste");
        Answer refused = claim(urgentist, offered(file, urgentist));
        Refused.told(stack, file.ins(), refused, 403, "not-entitled");
    }

    @Test
    void whatThePatientDecidedSinceHoldsForTheColleague() throws IOException {
        PatientFile file = stack.ordinary().file();
        String claim = offered(file, colleague);
        Caller holder = stack.holder(file.ins());
        holder.decide(file.ins(), new JsonObject().put("blocked", new JsonArray().add(colleague.nationalId())));
        Refused.told(stack, file.ins(), claim(colleague, claim), 403, "blocked");
        holder.decide(
                file.ins(), new JsonObject().put("blocked", new JsonArray()).put("regulationOpposed", true));
        Refused.told(stack, file.ins(), claim(colleague, claim), 403, "opposed");
        holder.decide(file.ins(), new JsonObject().put("regulationOpposed", false));
        assertThat(claim(colleague, claim).status()).isEqualTo(201);
    }
}
