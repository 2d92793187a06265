package fr.briseglace.gateway;

import fr.briseglace.cache.KeyRing;
import fr.briseglace.cache.SealedValue;
import fr.briseglace.gateway.overload.ConcurrencyLimit;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.InsReading;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.AccessPolicy;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Decision;
import fr.briseglace.law.LawSettings;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientStanding;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordCodec;
import fr.briseglace.trail.RecordKind;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the processor does for one emergency access, step by step: everything between the request's last byte and the
 * store that is no waiting. Lives in the gateway's package to reach what nobody else has to.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class AccessSteps {
    /** A usual summary, compressed by nobody: random bytes of that size cost as much to seal. */
    private static final int SNAPSHOT_BYTES = 16 * 1024;

    private static final String MATRICULE = "279035121518989";
    private static final String AUTHORITY = "1.2.250.1.213.1.4.10";
    private static final Structure SAMU = new Structure("1440000001", "SAMU 44", StructureKind.SAMU);

    private final Buffer body = Buffer.buffer("""
            {"mode":"centre_15","patient":{"ins":{"value":"279035121518989","oid":"1.2.250.1.213.1.4.10"}},\
            "caseId":"fr.health.samu440.DRFR154402400400055","reason":{"code":"M01.02","text":"inconscient, coma"}}""");
    private final JsonObject claims = new JsonObject()
            .put("SubjectNameID", "801234567897")
            .put("given_name", "CAMILLE")
            .put("family_name", "EXEMPLE")
            .put("SubjectRole", new JsonArray().add("10^1.2.250.1.213.1.1.5.5"))
            .put("Acces_Regulation_Medicale", "VRAI")
            .put(
                    "SubjectRefPro",
                    new JsonObject()
                            .put("exercices", new JsonArray().add(new JsonObject().put("codeSavoirFaire", "SM26"))));
    private final Caller caller = Claims.caller(claims, SAMU);
    private final InsReading ins = Ins.read(MATRICULE, AUTHORITY);
    private final AccessBody said = AccessBody.read(body, candidate -> InsFault.CANDIDATE);
    private final AccessPolicy policy = new AccessPolicy(LawSettings.DEFAULT);
    private final PatientStanding standing = new PatientStanding.Known(
            false, RecordStatus.OPEN, new PatientRights(false, true, false, Set.of("810000000001", "810000000002")));
    private final KeyRing ring =
            KeyRing.of(new byte[32], List.of(new KeyRing.Key(0, new byte[32])), new SecureRandom());
    private final byte[] snapshot = random(SNAPSHOT_BYTES);
    private final String name = ring.name("bg:s:", AUTHORITY + '|' + MATRICULE);
    private final byte[] sealed = SealedValue.seal(ring, name, snapshot);
    private final byte[] salt = random(Leaf.SALT);
    private final AccessRecord record = record();
    private final ConcurrencyLimit limit =
            new ConcurrencyLimit(ConcurrencyLimit.Bounds.sharing(512, 2), System.nanoTime());

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private AccessRecord record() {
        UUID id = UUID.fromString("01a20085-e69a-7f16-a8d3-53f996aa8e4e");
        Instant now = Instant.parse("2026-11-21T10:15:30.123456Z");
        return new AccessRecord(
                id,
                now,
                RecordKind.OPENED,
                id,
                new UUID(1, 2),
                AccessMode.CENTRE_15,
                caller,
                said.statement().caseId(),
                said.statement().reason(),
                null,
                null,
                1,
                now.plusSeconds(14_400),
                false);
    }

    /** The request's body, with all its checks. */
    @Benchmark
    public Object body() {
        return AccessBody.read(body, candidate -> InsFault.CANDIDATE);
    }

    /** A matricule with its authority and its key. */
    @Benchmark
    public Object ins() {
        return Ins.read(MATRICULE, AUTHORITY);
    }

    /** Who a verified token says is calling; done once a token. */
    @Benchmark
    public Object claims() {
        return Claims.caller(claims, SAMU);
    }

    /** The law's table. */
    @Benchmark
    public Decision decide() {
        return policy.decide(said.statement(), caller, ins, standing);
    }

    /** The name of a cache entry or of whom a limit counts. */
    @Benchmark
    public String name() {
        return ring.name("bg:s:", AUTHORITY + '|' + MATRICULE);
    }

    /** A snapshot of 16 KiB, sealed for Redis. */
    @Benchmark
    public byte[] seal() {
        return SealedValue.seal(ring, name, snapshot);
    }

    /** The same, opened and checked. */
    @Benchmark
    public Object open() {
        return SealedValue.open(ring, name, sealed);
    }

    /** The canonical bytes of a record. */
    @Benchmark
    public byte[] encode() {
        return RecordCodec.encode(record);
    }

    /** Its leaf: encoded, committed to, hashed. */
    @Benchmark
    public Leaf leaf() {
        return Leaf.of(salt, record);
    }

    /** What one answer teaches the concurrency limit. */
    @Benchmark
    public int limit() {
        limit.took(System.nanoTime(), 1_000_000, 10);
        return limit.limit();
    }
}
