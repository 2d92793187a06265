package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.InclusionProof;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.VerifierKey;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Every record comes into the public log, and whoever it concerns can see that it did. */
@OnStack
class PublicLogTest {
    private final Stack stack;

    PublicLogTest(Stack stack) {
        this.stack = stack;
    }

    private Checkpoint checkpoint(String note) throws IOException {
        VerifierKey key = VerifierKey.parse(stack.as("operator").get("/log/key").body());
        SignedNote signed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
        assertThat(signed.isSignedBy(key)).isTrue();
        return Checkpoint.parse(signed.text());
    }

    private static Answer proof(Caller caller, String path) throws IOException {
        return Patience.until(() -> caller.get(path), answer -> answer.status() != 202);
    }

    private static Hash hash(Object base64) {
        return Hash.of(Base64.getDecoder().decode((String) base64));
    }

    private void holds(JsonObject proof) throws IOException {
        Checkpoint checkpoint = checkpoint(proof.getString("checkpoint"));
        List<Hash> hashes =
                proof.getJsonArray("hashes").stream().map(PublicLogTest::hash).toList();
        assertThat(checkpoint.size()).isEqualTo(proof.getLong("treeSize"));
        assertThat(new InclusionProof(proof.getLong("index"), checkpoint.size(), hashes)
                        .holds(hash(proof.getString("leaf")), checkpoint.root()))
                .isTrue();
    }

    @Test
    void accessIsInTheLogUnderTheLeafThatItsAnswerPromised() throws IOException, GeneralSecurityException {
        Answer opened = stack.as("regulateur")
                .open(Asking.regulation(stack.ordinary().file().ins()));
        JsonObject trace = opened.json().getJsonObject("trace");
        Answer answer = proof(stack.as("regulateur"), trace.getString("proof"));
        assertThat(answer.status()).isEqualTo(200);
        JsonObject proof = answer.json();
        assertThat(proof.getString("leaf")).isEqualTo(trace.getString("leaf"));
        holds(proof);

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(proof.getString("salt")), "HmacSHA256"));
        byte[] commitment = mac.doFinal(Base64.getDecoder().decode(proof.getString("record")));
        assertThat(Hash.leaf(commitment)).isEqualTo(hash(proof.getString("leaf")));
    }

    @Test
    void refusedAttemptAndEveryLookAreInTheLogAndTheHolderSeesIt() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        Answer opened = stack.as("regulateur").open(Asking.regulation(ins));
        stack.as("regulateur").get("/v1/emergency-accesses/" + opened.id());
        stack.as("arm").open(Asking.regulation(ins));
        List<JsonObject> entries =
                Answer.objects(stack.holder(ins).journal(ins).json().getJsonArray("entries"));
        assertThat(entries)
                .extracting(entry -> entry.getString("kind"))
                .containsExactlyInAnyOrder("opened", "read", "refused");
        for (JsonObject entry : entries) {
            Answer answer = proof(stack.holder(ins), entry.getString("proof"));
            assertThat(answer.status()).isEqualTo(200);
            holds(answer.json());
        }
        assertThat(entries.stream().map(entry -> entry.getString("proof")).distinct())
                .hasSize(3);
    }

    @Test
    void proofOfAnotherIsNotFound() throws IOException {
        Answer opened = stack.as("regulateur")
                .open(Asking.regulation(stack.ordinary().file().ins()));
        String path = opened.json().getJsonObject("trace").getString("proof");
        assertThat(proof(stack.as("regulateur2"), path).status()).isEqualTo(404);
        Ins other = stack.ordinary().file().ins();
        assertThat(proof(stack.holder(other), path).status()).isEqualTo(404);
        assertThat(proof(stack.as("privacy-officer"), path).status()).isEqualTo(404);
    }

    @Test
    void logOnlyGrowsAndItsTilesGiveItsRoot() throws IOException {
        Caller anybody = stack.as("operator");
        Checkpoint before = checkpoint(anybody.get("/log/checkpoint").body());
        stack.as("regulateur").open(Asking.regulation(stack.ordinary().file().ins()));
        Checkpoint after =
                Patience.until(() -> checkpoint(anybody.get("/log/checkpoint").body()), c -> c.size() > before.size());
        assertThat(after.size()).isGreaterThan(before.size());
        assertThat(after.origin()).isEqualTo("localhost/log");
        assertThat(anybody.get("/log/tile/0/999").status()).isEqualTo(404);
    }
}
