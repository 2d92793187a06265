package fr.briseglace.local.population.health;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DrugTest {
    @Property
    void codesHaveTheLengthAndKeyOfTheFields(@ForAll @IntRange(max = 9_999) int number) {
        Drug drug = new Drug(number, "marque", "substance", "B01AA03", "1 par jour");
        assertThat(drug.cis().code()).matches("6\\d{7}");
        String cip = drug.cip().code();
        assertThat(cip).matches("3400\\d{9}");
        int sum = 0;
        for (int i = 0; i < cip.length(); i++) {
            sum += (cip.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        assertThat(sum % 10).isZero();
    }
}
