package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final RandomGenerator FIXED = () -> 0x0102030405060708L;
    private static final String FRESH = "08070605040302010807060504030201";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + ID + "-00f067aa0ba902b7-01",
                "00-" + ID + "-00f067aa0ba902b7-00",
                "01-" + ID + "-00f067aa0ba902b7-01",
                "cc-" + ID + "-00f067aa0ba902b7-01-more"
            })
    void callersTraceGoesOn(String traceparent) {
        assertThat(Trace.id(traceparent, FIXED)).isEqualTo(ID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-" + ID,
                "00-" + ID + "-00f067aa0ba902b7",
                "00-" + ID + "-00f067aa0ba902b7-01-more",
                "00-" + ID + "-00f067aa0ba902b7-011",
                "00-" + ID + "-0000000000000000-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-" + ID + "-00f067aa0ba902b7-01",
                "0x-" + ID + "-00f067aa0ba902b7-01",
                "00_" + ID + "_00f067aa0ba902b7_01",
                "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
                " 00-" + ID + "-00f067aa0ba902b7-01"
            })
    void anythingElseStartsANewOne(@Nullable String traceparent) {
        assertThat(Trace.id(traceparent, FIXED)).isEqualTo(FRESH);
    }

    @Property
    void whateverIsSentTheIdIsAnId(@ForAll String traceparent) {
        assertThat(Trace.id(traceparent, new Random(1))).matches("[0-9a-f]{32}");
    }
}
