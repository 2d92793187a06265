package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseIdsTest {
    @Test
    void noCaseComesTwiceInARunOrInAnother() {
        Collection<String> ids = Stream.concat(
                        Stream.generate(new CaseIds(1_700_000_000_000L)::next).limit(1000),
                        Stream.generate(new CaseIds(1_700_000_000_001L)::next).limit(1000))
                .toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("fr\\.health\\.samu440\\.LOAD[0-9a-z]+X[0-9a-z]+"));
    }
}
