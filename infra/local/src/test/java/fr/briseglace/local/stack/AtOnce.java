package fr.briseglace.local.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several requests at the same moment. */
final class AtOnce {
    private AtOnce() {}

    /** One of them. */
    interface Request {
        Answer send(int number) throws IOException;
    }

    /** All answers, in the order of the numbers. */
    static List<Answer> times(int times, Request request) throws IOException {
        CyclicBarrier start = new CyclicBarrier(times);
        try (ExecutorService senders = Executors.newFixedThreadPool(times)) {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                sent.add(senders.submit(() -> {
                    start.await();
                    return request.send(number);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : sent) {
                answers.add(one.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }
}
