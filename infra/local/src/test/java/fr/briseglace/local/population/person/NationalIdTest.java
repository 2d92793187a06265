package fr.briseglace.local.population.person;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NationalIdTest {
    @Property
    void theRppsBehindTheEightPassesLuhnsCheck(@ForAll @IntRange(max = 999_999_999) int number) {
        String id = NationalId.of(number);
        assertThat(id).matches("8\\d{11}");
        int sum = 0;
        for (int fromRight = 0; fromRight < 11; fromRight++) {
            int digit = id.charAt(11 - fromRight) - '0';
            int weighed = fromRight % 2 == 0 ? digit : 2 * digit;
            sum += weighed / 10 + weighed % 10;
        }
        assertThat(sum % 10).isZero();
    }
}
