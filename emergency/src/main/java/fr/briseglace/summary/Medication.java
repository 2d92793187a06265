package fr.briseglace.summary;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** Which flags a medicine raises, and whether it is still being taken. */
final class Medication {
    /** A prescription or dispensation without an end counts for this long. */
    private static final int MONTHS = 6;

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private Medication() {}

    /** Open-ended, not yet ended, or prescribed or handed out within six months. */
    static boolean current(SummaryItem item, LocalDate today) {
        ClinicalItem fact = item.item();
        ClinicalDate end = fact.end();
        boolean dispensed = fact.section() == SectionKind.DISPENSATIONS;
        if (end != null && !dispensed) {
            return !end.last().isBefore(today);
        }
        if (!dispensed && fact.status() != ItemStatus.PRESCRIBED) {
            return true;
        }
        LocalDate when = fact.onset() == null
                ? LocalDate.ofInstant(item.newest(), FRANCE)
                : fact.onset().last();
        return !when.isBefore(today.minusMonths(MONTHS));
    }

    static Set<VitalFlag> flags(ClinicalItem medicine) {
        Set<VitalFlag> flags = EnumSet.noneOf(VitalFlag.class);
        for (String atc : Drugs.classes(medicine)) {
            if (atc.startsWith("B01AC")) {
                flags.add(VitalFlag.ANTIPLATELET);
            } else if (atc.startsWith("B01A") && atc.length() > 4) {
                flags.add(VitalFlag.ANTICOAGULANT);
            } else if (atc.startsWith("A10A")) {
                flags.add(VitalFlag.INSULIN);
            } else if (atc.startsWith("N02A") || atc.startsWith("N07BC")) {
                flags.add(VitalFlag.OPIOID);
            } else if (atc.startsWith("L04A")) {
                flags.add(VitalFlag.IMMUNOSUPPRESSED);
            }
        }
        return flags;
    }
}
