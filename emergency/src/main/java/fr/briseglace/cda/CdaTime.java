package fr.briseglace.cda;

import fr.briseglace.summary.ClinicalDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** HL7 points in time ({@code YYYY[MM[DD[hh[mm[ss[.f]]]]]][±zzzz]}) as dates of the precision written. */
final class CdaTime {
    /** What a time without a zone is taken to mean. */
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private static final int DAY = 8;
    private static final int HOUR = 10;
    private static final int MINUTE = 12;
    private static final int SECOND = 14;

    private CdaTime() {}

    /** The date as precise as written, null where it is none. */
    static @Nullable ClinicalDate date(@Nullable String hl7) {
        String digits = digits(hl7);
        if (digits == null) {
            return null;
        }
        StringBuilder iso = new StringBuilder(digits.substring(0, 4));
        for (int at = 4; at < Math.min(digits.length(), DAY); at += 2) {
            iso.append('-').append(digits, at, at + 2);
        }
        if (digits.length() >= HOUR) {
            iso.append('T').append(digits, DAY, HOUR);
            iso.append(':').append(digits.length() >= MINUTE ? digits.substring(HOUR, MINUTE) : "00");
            iso.append(digits.length() >= SECOND ? ":" + digits.substring(MINUTE, SECOND) : "");
            ZoneOffset zone = zone(hl7);
            iso.append(zone == null ? "" : zone.getId());
        }
        try {
            return new ClinicalDate(iso.toString());
        } catch (IllegalArgumentException noDay) {
            return null;
        }
    }

    /** The instant, at the start of the day, month or year where no more is written; null where it is none. */
    static @Nullable Instant instant(@Nullable String hl7) {
        String digits = digits(hl7);
        if (digits == null) {
            return null;
        }
        String full = digits + "00000101000000".substring(digits.length());
        try {
            LocalDateTime local = LocalDate.parse(
                            full.substring(0, 4) + "-" + full.substring(4, 6) + "-" + full.substring(6, DAY))
                    .atTime(number(full, DAY), number(full, HOUR), number(full, MINUTE));
            ZoneOffset zone = zone(hl7);
            return zone == null ? local.atZone(FRANCE).toInstant() : local.toInstant(zone);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }

    private static @Nullable String digits(@Nullable String hl7) {
        if (hl7 == null) {
            return null;
        }
        int end = 0;
        while (end < hl7.length() && end < SECOND && hl7.charAt(end) >= '0' && hl7.charAt(end) <= '9') {
            end++;
        }
        int whole = end - end % 2;
        return whole < 4 ? null : hl7.substring(0, whole);
    }

    private static @Nullable ZoneOffset zone(@Nullable String hl7) {
        if (hl7 == null) {
            return null;
        }
        int sign = Math.max(hl7.indexOf('+'), hl7.indexOf('-'));
        if (sign < 0) {
            return hl7.endsWith("Z") ? ZoneOffset.UTC : null;
        }
        try {
            return ZoneOffset.of(hl7.substring(sign));
        } catch (DateTimeException noSuchZone) {
            return null;
        }
    }
}
