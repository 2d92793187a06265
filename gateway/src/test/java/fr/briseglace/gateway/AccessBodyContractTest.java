package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.InsFault;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that open a record have a reader of their own, several times faster than the contract's validator. It
 * takes and refuses exactly what the contract takes and refuses.
 */
class AccessBodyContractTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Clause CLAUSE =
            Objects.requireNonNull(Contract.load(VERTX).await().clauses().get("openAccess"));

    @AfterContainer
    static void close() {
        VERTX.close().await();
    }

    private static boolean contractTakes(Buffer body) {
        try {
            CLAUSE.read(body);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static boolean readerTakes(Buffer body) {
        try {
            AccessBody.read(body, token -> InsFault.CANDIDATE);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    @Property(tries = 3_000)
    void readerAndContractAgree(@ForAll("bodies") JsonObject body) {
        Buffer bytes = body.toBuffer();

        assertThat(readerTakes(bytes)).as("%s", body).isEqualTo(contractTakes(bytes));
    }

    @Property(tries = 300)
    void bothTakeWhatIsDescribed(@ForAll("rightBodies") JsonObject body) {
        assertThat(readerTakes(body.toBuffer())).as("%s", body).isTrue();
        assertThat(contractTakes(body.toBuffer())).as("%s", body).isTrue();
    }

    /** Of anything: right values, nearly right ones, wrong types, absent and undescribed members. */
    @Provide
    Arbitrary<JsonObject> bodies() {
        Arbitrary<Object> ins = Combinators.combine(member(texts(64)), member(texts(64)), extra())
                .as((value, oid, extra) -> object("value", value, "oid", oid, "extra", extra));
        Arbitrary<Object> patient = Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(5, member(ins)), Tuple.of(1, Arbitraries.just(Absent.MEMBER))),
                        rarely(texts(400)),
                        rarely(symbols()),
                        extra())
                .as((inner, candidate, datamatrix, extra) ->
                        object("ins", inner, "candidate", candidate, "datamatrix", datamatrix, "extra", extra));
        Arbitrary<Object> reason = Combinators.combine(member(codes()), member(texts(500)), extra())
                .as((code, text, extra) -> object("code", code, "text", text, "extra", extra));
        Arbitrary<Object> attestation = Combinators.combine(
                        member(Arbitraries.of(true, false).asGeneric()),
                        member(Arbitraries.of(true, false).asGeneric()),
                        extra())
                .as((unable, risk, extra) -> object("unableToConsent", unable, "immediateRisk", risk, "extra", extra));
        return Combinators.combine(
                        member(modes()),
                        member(patient),
                        member(texts(100)),
                        member(reason),
                        member(attestation),
                        extra())
                .as((mode, who, caseId, why, attested, extra) -> (JsonObject) object(
                        "mode",
                        mode,
                        "patient",
                        who,
                        "caseId",
                        caseId,
                        "reason",
                        why,
                        "attestation",
                        attested,
                        "extra",
                        extra));
    }

    @Provide
    Arbitrary<JsonObject> rightBodies() {
        return Combinators.combine(
                        Arbitraries.of("centre_15", "bris_de_glace"),
                        Arbitraries.strings().alpha().numeric().ofMaxLength(64),
                        Arbitraries.of("unconscious", "stroke", "other-life-threat"),
                        Arbitraries.strings().withChars("aé €'-").ofMaxLength(250),
                        Arbitraries.of(true, false))
                .as((mode, value, code, text, attested) -> new JsonObject()
                        .put("mode", mode)
                        .put(
                                "patient",
                                new JsonObject()
                                        .put(
                                                "ins",
                                                new JsonObject()
                                                        .put("value", value)
                                                        .put("oid", value)))
                        .put("caseId", "c".repeat(100))
                        .put("reason", new JsonObject().put("code", code).put("text", text))
                        .put("attestation", new JsonObject().put("immediateRisk", attested)));
    }

    /** Mostly as described, now and then absent or something else altogether. */
    private static Arbitrary<Object> member(Arbitrary<Object> described) {
        return Arbitraries.frequencyOf(
                Tuple.of(30, described),
                Tuple.of(2, Arbitraries.just(Absent.MEMBER)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                Absent.NULL, 1, 0.5, true, "", "text", new JsonObject(), new JsonArray().add("text"))));
    }

    private static Arbitrary<Object> rarely(Arbitrary<Object> described) {
        return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just(Absent.MEMBER)), Tuple.of(1, member(described)));
    }

    private static Arbitrary<Object> symbols() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("S1279035121518989\u001dS21", "\u001e", "a\u001f", "a\u001c", "a\n")),
                Tuple.of(1, texts(1_000)));
    }

    private static Arbitrary<Object> extra() {
        return Arbitraries.frequencyOf(
                Tuple.of(40, Arbitraries.just(Absent.MEMBER)), Tuple.of(1, Arbitraries.of(Absent.NULL, 1, "text")));
    }

    private static Arbitrary<Object> modes() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.of("centre_15", "bris_de_glace")),
                Tuple.of(1, Arbitraries.of("centre_15 ", "CENTRE_15", "normal", "centre_15\n")));
    }

    private static Arbitrary<Object> codes() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.of("unconscious", "stroke", "M01.02", "M01.02.03")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "M01", "M01.02\n", "M01.02.03.04", "m01.02", "M٠١.٠٢", "dizzy", "x".repeat(41))));
    }

    private static Arbitrary<Object> texts(int longest) {
        Arbitrary<String> edge = Arbitraries.integers()
                .between(longest - 1, longest + 1)
                .flatMap(length -> Arbitraries.of("a", "😀", "é").map(c -> c.repeat(length)));
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(5).filter(text -> StandardCharsets.UTF_8
                .newEncoder()
                .canEncode(text));
        return Arbitraries.frequencyOf(
                        Tuple.of(20, Arbitraries.of("279035121518989", "fr.health", "")),
                        Tuple.of(2, edge),
                        Tuple.of(1, any),
                        Tuple.of(1, Arbitraries.of("a\n", "\u0000", "\u007f", "\u0085", "\u2028", "a\u009f")))
                .map(text -> text);
    }

    /** What cannot be a value of a map. */
    private enum Absent {
        MEMBER,
        NULL
    }

    private static Object object(@Nullable Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != Absent.MEMBER) {
                object.put((String) Objects.requireNonNull(namesAndValues[i]), value == Absent.NULL ? null : value);
            }
        }
        return object;
    }
}
