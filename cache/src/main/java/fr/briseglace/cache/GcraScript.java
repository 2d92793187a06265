package fr.briseglace.cache;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The script that charges requests inside Redis, and the reading of its answer. */
final class GcraScript {
    private static final String RESOURCE = "gcra.lua";
    /** Ends every key, so that a cluster holds all of them in one place: one script charges several at once. */
    static final String TOGETHER = "{rates}";

    private final RedisLink link;
    private final String source = read();
    private final String digest = sha1(source);

    GcraScript(RedisLink link) {
        this.link = link;
    }

    /** Charges requests one after the other, as if each had come alone at the same moment. */
    Future<List<Answer>> run(List<ChargeRequest> requests) {
        return link.send(command(Command.EVALSHA, digest, requests))
                .recover(failure -> isUnknownScript(failure)
                        ? link.send(command(Command.EVAL, source, requests))
                        : Future.failedFuture(failure))
                .map(response -> answers(requests, response));
    }

    private static Request command(Command command, String script, List<ChargeRequest> requests) {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Long> arguments = new ArrayList<>();
        for (ChargeRequest each : requests) {
            arguments.add(each.debit() ? 1L : 0L);
            arguments.add((long) each.charges().size());
            for (RateCharge charge : each.charges()) {
                arguments.add((long) places.computeIfAbsent(charge.key(), unseen -> places.size() + 1));
                arguments.add(charge.costMicros());
                arguments.add(charge.policy().burstMicros());
            }
        }
        Request request = Request.cmd(command).arg(script).arg(places.size());
        places.keySet().forEach(key -> request.arg(key + TOGETHER));
        arguments.forEach(request::arg);
        return request;
    }

    /** Redis forgets scripts when it restarts. */
    private static boolean isUnknownScript(Throwable failure) {
        return failure instanceof ErrorType error && error.is("NOSCRIPT");
    }

    private static List<Answer> answers(List<ChargeRequest> requests, @Nullable Response response) {
        if (response == null || response.size() == 0) {
            throw new IllegalStateException("not an answer of the script");
        }
        long now = number(response.get(0));
        List<Answer> answers = new ArrayList<>(requests.size());
        int place = 1;
        for (ChargeRequest request : requests) {
            int policies = request.charges().size();
            boolean charged = number(response.get(place)) == 1;
            List<Long> tats = new ArrayList<>(policies);
            for (int i = 1; i <= policies; i++) {
                tats.add(number(response.get(place + i)));
            }
            answers.add(new Answer(now, charged, tats));
            place += 1 + policies;
        }
        return answers;
    }

    private static long number(Response response) {
        return Objects.requireNonNull(response.toLong(), "the script answers with numbers");
    }

    private static String read() {
        try (InputStream in = GcraScript.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside its class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /**
     * What the script says of one request.
     *
     * @param now microseconds of Redis' clock
     * @param tats arrival times before the request, in the order of its charges
     */
    record Answer(long now, boolean charged, List<Long> tats) {}
}
