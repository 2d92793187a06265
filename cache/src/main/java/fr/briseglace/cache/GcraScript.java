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
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The script that charges a request inside Redis, and the reading of its answer. */
final class GcraScript {
    private static final String RESOURCE = "gcra.lua";

    private final RedisLink link;
    private final String source = read();
    private final String digest = sha1(source);

    GcraScript(RedisLink link) {
        this.link = link;
    }

    /** Charges all or none; with {@code debit}, all. */
    Future<Answer> run(List<RateCharge> charges, boolean debit) {
        return link.send(request(Command.EVALSHA, digest, charges, debit))
                .recover(failure -> isUnknownScript(failure)
                        ? link.send(request(Command.EVAL, source, charges, debit))
                        : Future.failedFuture(failure))
                .map(GcraScript::answer);
    }

    private static Request request(Command command, String script, List<RateCharge> charges, boolean debit) {
        Request request = Request.cmd(command).arg(script).arg(charges.size());
        charges.forEach(charge -> request.arg(charge.key()));
        request.arg(debit ? 1 : 0);
        for (RateCharge charge : charges) {
            request.arg(charge.costMicros()).arg(charge.policy().burstMicros());
        }
        return request;
    }

    /** Redis forgets scripts when it restarts. */
    private static boolean isUnknownScript(Throwable failure) {
        return failure instanceof ErrorType error && error.is("NOSCRIPT");
    }

    private static Answer answer(@Nullable Response response) {
        if (response == null || response.size() < 2) {
            throw new IllegalStateException("not an answer of the script");
        }
        List<Long> numbers = response.stream().map(GcraScript::number).toList();
        return new Answer(numbers.get(0), numbers.get(1) == 1, numbers.subList(2, numbers.size()));
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
     * What the script says.
     *
     * @param now microseconds of Redis' clock
     * @param tats arrival times before the request, in the order of its charges
     */
    record Answer(long now, boolean charged, List<Long> tats) {}
}
