package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The shared cache dies in the middle of it all. */
class LimitsWithoutRedisTest {
    @Test
    void nodeGoesOnFromWhatItSaw() throws IOException {
        try (Stack stack = Stack.open(true)) {
            Caller caller = stack.as("regulateur");
            Ins ins = stack.ordinary().file().ins();
            for (int i = 0; i < 6; i++) {
                assertThat(caller.open(Asking.regulation(ins)).status()).isEqualTo(201);
            }
            stack.local().redis().close();

            Flood flood = Flood.of(20, number -> caller.open(Asking.regulation(ins)));
            assertThat(flood.stoppedBy("access-patient").answered()).isEqualTo(4);
            assertThat(caller.open(Asking.regulation(stack.ordinary().file().ins()))
                            .status())
                    .isEqualTo(201);
        }
    }
}
