package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Nodes that start at the same moment, each with the rights to bring the schema up to date. */
class StartTogetherTest {
    private static final int NODES = 6;
    private static final int STARTS = 10;

    @Test
    void allOfThemStart() throws Exception {
        DatabaseSettings store = TestPostgres.fresh();
        Callable<Integer> start = () -> {
            int migrations = 0;
            for (int i = 0; i < STARTS; i++) {
                migrations += Schema.migrate(store, store.user());
            }
            return migrations;
        };
        try (ExecutorService nodes = Executors.newFixedThreadPool(NODES)) {
            for (Future<Integer> node : nodes.invokeAll(Collections.nCopies(NODES, start))) {
                assertThat(node.get()).isZero();
            }
        }
    }
}
