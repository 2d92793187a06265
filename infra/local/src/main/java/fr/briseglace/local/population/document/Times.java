package fr.briseglace.local.population.document;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as documents write them. */
final class Times {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter HL7 = DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ", Locale.ROOT);
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final LocalTime CONSULTATION = LocalTime.of(10, 40);

    private Times() {}

    /** {@code 20261121}. */
    static String hl7(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** {@code 20261121104000+0100}: the hour of a consultation that day, in France. */
    static String moment(LocalDate day) {
        return HL7.format(day.atTime(CONSULTATION).atZone(FRANCE));
    }

    /** {@code 21/11/2026}. */
    static String french(LocalDate day) {
        return FRENCH.format(day);
    }
}
