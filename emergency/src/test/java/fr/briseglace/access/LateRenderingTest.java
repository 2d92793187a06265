package fr.briseglace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LateRenderingTest {
    private final AtomicInteger made = new AtomicInteger();

    private LateRendering of(String words) {
        return new LateRendering(() -> {
            made.incrementAndGet();
            return words.getBytes(StandardCharsets.UTF_8);
        });
    }

    @Test
    void isMadeWhenSomebodyFirstAsksAndKeptForAllOthers() {
        LateRendering page = of("Coumadine ".repeat(1_000));
        LateRendering other = of("Xarelto ".repeat(1_000));
        assertThat(made).hasValue(0);
        for (int i = 0; i < 3; i++) {
            assertThat(page.whole()).asString(StandardCharsets.UTF_8).isEqualTo("Coumadine ".repeat(1_000));
            assertThat(page.deflated()).hasSizeLessThan(500);
            assertThat(other.whole()).asString(StandardCharsets.UTF_8).isEqualTo("Xarelto ".repeat(1_000));
        }
        assertThat(made).hasValue(2);
    }

    /** Whatever is asked for by many at once is made by one of them. */
    @Test
    void isMadeByOneOfThoseWhoAskAtOnce() throws InterruptedException {
        LateRendering page = of("Coumadine");
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().start(page::whole);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(made).hasValue(1);
    }

    @Property(tries = 200)
    void isWhatWasMade(@ForAll @Size(max = 5_000) byte[] bytes) {
        LateRendering rendering = new LateRendering(bytes::clone);
        assertThat(rendering.whole()).isEqualTo(bytes);
        assertThat(Packed.whole(rendering.deflated(), bytes.length)).isEqualTo(bytes);
    }

    @Test
    void whatIsDamagedIsNotGivenOut() {
        byte[] blocks = Packed.blocks("Coumadine".getBytes(StandardCharsets.UTF_8));
        assertThatIllegalArgumentException().isThrownBy(() -> Packed.whole(blocks, 10));
        blocks[0] = (byte) 0xff;
        assertThatIllegalArgumentException().isThrownBy(() -> Packed.whole(blocks, 9));
    }
}
