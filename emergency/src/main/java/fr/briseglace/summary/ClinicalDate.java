package fr.briseglace.summary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * A date as precise as it was written: a year, a month, a day, or a time of a day.
 *
 * @param iso {@code 2019}, {@code 2019-08}, {@code 2019-08-11}, or {@code 2019-08-11T09:49:14+02:00} (zone optional)
 */
public record ClinicalDate(String iso) {
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    /** Refuses what is not such a date. */
    public ClinicalDate {
        boolean precise = iso.length() > DAY && iso.charAt(DAY) == 'T';
        if (iso.length() != YEAR && iso.length() != MONTH && iso.length() != DAY && !precise) {
            throw new IllegalArgumentException("not a clinical date");
        }
        try {
            first(iso);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("not a clinical date");
        }
    }

    /** The first day it can mean. */
    public LocalDate first() {
        return first(iso);
    }

    /** The last day it can mean. */
    public LocalDate last() {
        return switch (iso.length()) {
            case YEAR -> first().withDayOfYear(first().lengthOfYear());
            case MONTH -> YearMonth.parse(iso).atEndOfMonth();
            default -> first();
        };
    }

    private static LocalDate first(String iso) {
        return switch (iso.length()) {
            case YEAR -> Year.parse(iso).atDay(1);
            case MONTH -> YearMonth.parse(iso).atDay(1);
            default -> LocalDate.parse(iso.substring(0, DAY));
        };
    }
}
