package fr.briseglace.summary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit.
 *
 * @param number as written, trailing zeros included
 * @param unit UCUM unit as written, null for a bare number
 */
public record Measure(BigDecimal number, @Nullable String unit) implements ItemValue {
    /** Says nothing clinical. */
    @Override
    public String toString() {
        return "Measure[…]";
    }
}
