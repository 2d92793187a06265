package fr.briseglace.local.demo;

import fr.briseglace.gateway.ConfigException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** {@code brise-glace demo}: starts everything, performs one access, shows it, keeps serving. */
public final class Demo {
    private Demo() {}

    /** Ends with 2 where the options or settings are wrong, and with 1 where the start fails or, once, not all of it worked. */
    public static void main(String[] arguments) throws InterruptedException {
        Instant start = Instant.now();
        DemoOptions options;
        try {
            options = DemoOptions.read(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("brise-glace: " + e.getMessage());
            System.exit(2);
            return;
        }
        OptionalInt taken = options.ports().taken();
        if (taken.isPresent()) {
            System.err.println("brise-glace: port " + taken.getAsInt() + " is in use; is another demo running?");
            System.exit(1);
        }
        // Before the first logger is made, which reads them.
        System.setProperty("logback.configurationFile", "logback-local.xml");
        System.setProperty(
                "brise-glace.log", options.home().resolve("gateway.log").toString());
        try {
            LocalStack stack = LocalStack.open(options);
            CountDownLatch closed = closeAtEnd(stack);
            FirstAccess.Seen seen = new FirstAccess(stack).perform();
            if (options.load()) {
                WarmUp.Done done = WarmUp.perform(stack);
                System.out.printf("Warmed up by %d accesses, %d of which failed.%n", done.accesses(), done.failed());
                stack.settle();
            }
            stack.announce();
            System.out.println(Page.of(stack, seen, Duration.between(start, Instant.now())));
            if (options.once()) {
                System.exit(seen.complete() ? 0 : 1);
            }
            closed.await();
        } catch (ConfigException e) {
            System.err.println("brise-glace: " + e.getMessage());
            System.exit(2);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            System.err.println("brise-glace: the local stack cannot start: " + e);
            System.exit(1);
        }
    }

    private static CountDownLatch closeAtEnd(LocalStack stack) {
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stack.close();
            closed.countDown();
        }));
        return closed;
    }
}
