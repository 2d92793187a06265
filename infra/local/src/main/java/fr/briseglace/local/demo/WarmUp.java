package fr.briseglace.local.demo;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.pki.LocalStructure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Real accesses before load generators come, so that they find code compiled and records near: the generated regulators
 * open the record of every ordinary patient, over the network like anybody, and look at it again. Each access is decided,
 * recorded and told as any other. Ends after so many for each patient or so much time, whichever comes first.
 */
final class WarmUp {
    private static final int EACH = 15;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int AT_ONCE = 64;

    private final Vertx vertx;
    private final HttpClient client;
    private final List<String> matricules;
    private final List<String> tokens;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    /** Of this start: a case of an earlier one may have its windows open still. */
    private final String call = "fr.health.samu440.DRFR1544" + Instant.now().getEpochSecond();

    private final long end = System.nanoTime() + LONGEST.toNanos();

    private WarmUp(LocalStack stack, Vertx vertx) throws IOException {
        this.vertx = vertx;
        this.matricules = Files.readAllLines(stack.home().matricules());
        this.tokens = Files.readAllLines(stack.home().tokens());
        this.client = client(stack, vertx);
    }

    /**
     * What was done.
     *
     * @param accesses asked for
     * @param failed of them, answered with anything but an open record
     */
    record Done(int accesses, int failed) {}

    /** Performs them. Blocks. */
    static Done perform(LocalStack stack) throws IOException {
        Vertx vertx =
                Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
        try {
            return new WarmUp(stack, vertx).all();
        } finally {
            vertx.close().await();
        }
    }

    private Done all() {
        List<Future<Void>> lanes = Stream.generate(this::lane).limit(AT_ONCE).toList();
        Future.all(lanes).await();
        return new Done(ended.get(), failed.get());
    }

    /** One after the other; each lane a connection. */
    private Future<Void> lane() {
        return Future.future(done -> vertx.runOnContext(v -> next().onComplete(done)));
    }

    private Future<Void> next() {
        int number = begun.getAndIncrement();
        return number >= EACH * matricules.size() || System.nanoTime() > end
                ? Future.succeededFuture()
                : access(number).compose(v -> next());
    }

    private Future<Void> access(int number) {
        int patient = number % matricules.size();
        return client.request(new RequestOptions().setMethod(HttpMethod.POST).setURI("/v1/emergency-accesses"))
                .compose(request -> request.putHeader("Authorization", "Bearer " + tokens.get(patient % tokens.size()))
                        .putHeader("Content-Type", "application/json")
                        .send(body(matricules.get(patient), call)))
                .compose(answer -> answer.body().map(answer.statusCode()))
                .otherwise(0)
                .onSuccess(status -> {
                    ended.incrementAndGet();
                    if (status != 200 && status != 201) {
                        failed.incrementAndGet();
                    }
                })
                .mapEmpty();
    }

    private static Buffer body(String matricule, String call) {
        return new JsonObject()
                .put("mode", "centre_15")
                .put(
                        "patient",
                        new JsonObject()
                                .put(
                                        "ins",
                                        new JsonObject().put("value", matricule).put("oid", Ins.TEST)))
                .put("caseId", call)
                .put("reason", new JsonObject().put("code", "M01.02").put("text", "inconscient, coma"))
                .toBuffer();
    }

    private static HttpClient client(LocalStack stack, Vertx vertx) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setSsl(true)
                        .setSslEngineOptions(new OpenSSLEngineOptions())
                        .setDefaultHost("localhost")
                        .setDefaultPort(stack.options().ports().api())
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .addCertPath(stack.pki()
                                        .certificate(LocalStructure.SAMU_44)
                                        .toString())
                                .addKeyPath(
                                        stack.pki().key(LocalStructure.SAMU_44).toString()))
                        .setTrustOptions(new PemTrustOptions()
                                .addCertPath(stack.pki().authority().toString())),
                new PoolOptions().setHttp1MaxSize(AT_ONCE));
    }
}
