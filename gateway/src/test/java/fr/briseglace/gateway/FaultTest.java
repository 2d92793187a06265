package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FaultTest {
    @Test
    void saysWhatFailedAndWhereButNotInWhichWords() {
        StringWriter printed = new StringWriter();
        new Fault(new IllegalStateException("SECRET", new IllegalArgumentException("SECRET")))
                .printStackTrace(new PrintWriter(printed));

        assertThat(printed.toString())
                .contains("java.lang.IllegalStateException", "java.lang.IllegalArgumentException", "FaultTest")
                .doesNotContain("SECRET");
    }

    @Test
    void causesThatGoRoundInACircleEnd() {
        Exception first = new Exception("first");
        first.initCause(new Exception("second", first));

        assertThat(new Fault(first)).hasRootCauseMessage("java.lang.Exception");
    }
}
