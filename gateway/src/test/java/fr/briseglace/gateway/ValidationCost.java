package fr.briseglace.gateway;

import fr.briseglace.identity.InsFault;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

/** Prints what it costs to read the body that opens a record: by its own reader, and by the contract's validator. */
final class ValidationCost {
    private static final int ROUNDS = 9;
    private static final int BODIES = 20_000;

    private ValidationCost() {}

    /** Takes no arguments. Nanoseconds a body, the median of the rounds after the first. */
    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        Clause clause =
                Objects.requireNonNull(Contract.load(vertx).await().clauses().get("openAccess"));
        for (String body : new String[] {Bodies.REGULATION, Bodies.BREAK_GLASS}) {
            Buffer bytes = Buffer.buffer(body);
            System.out.printf(
                    "reader %,d ns, contract %,d ns%n",
                    nanos(bytes, sent -> AccessBody.read(sent, token -> InsFault.CANDIDATE)),
                    nanos(bytes, clause::read));
        }
        vertx.close().await();
    }

    private static long nanos(Buffer bytes, Consumer<Buffer> reader) {
        long[] rounds = new long[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            long started = System.nanoTime();
            for (int i = 0; i < BODIES; i++) {
                reader.accept(bytes);
            }
            if (round >= 0) {
                rounds[round] = (System.nanoTime() - started) / BODIES;
            }
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }
}
