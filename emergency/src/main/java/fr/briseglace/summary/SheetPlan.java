package fr.briseglace.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Shares out the room of the sheet: every section is named and counts what it leaves out; then come allergies, the facts
 * of the strip, current treatments, a few facts of each section that matters now, the first current ones of urgent
 * sections, the first ones of the others, and the rest as long as there is room.
 */
final class SheetPlan {
    /** What every section that matters now gets before any of them gets more. */
    private static final int FEW = 2;

    private final LocalDate today;
    private final SheetEntry.Length length;
    private final List<SheetBox> boxes = new ArrayList<>();
    private double room;

    /**
     * A fact on the sheet.
     *
     * @param fact the fact
     * @param entries its versions as printed, newest first
     */
    record Placed(SheetFact fact, List<SheetEntry> entries) {
        /** Copies the list. */
        Placed {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A section on the sheet.
     *
     * @param place where and how
     * @param facts those shown, in order
     * @param more how many items of the section are not shown
     */
    record Part(SheetPlace place, List<Placed> facts, int more) {
        /** Copies the list. */
        Part {
            facts = List.copyOf(facts);
        }
    }

    private SheetPlan(LocalDate today, double room, SheetEntry.Length length) {
        this.today = today;
        this.length = length;
        this.room = room;
    }

    /** The sections that have facts, in the order of the sheet, in so many millimetres of column. */
    static List<Part> of(EmergencySummary summary, LocalDate today, double room, SheetEntry.Length length) {
        SheetPlan plan = new SheetPlan(today, room, length);
        Set<String> vital = new HashSet<>();
        for (VitalEntry entry : summary.vital()) {
            // That there are directives is said by the strip; what they allow need not go before illnesses.
            if (entry.flag() != VitalFlag.DIRECTIVE_PRESENT) {
                vital.addAll(entry.items());
            }
        }
        for (SheetPlace place : SheetPlace.values()) {
            Section section = summary.sections().get(place.kind());
            if (section != null) {
                plan.name(place, section, SheetFact.of(place, section, vital, today));
            }
        }
        plan.fill(box ->
                box.place() == SheetPlace.ALLERGIES && box.shown() < box.place().first());
        plan.fill(box -> box.next().vital());
        plan.fill(box -> box.place() == SheetPlace.TREATMENTS
                && box.shown() < box.place().first()
                && !box.next().past());
        plan.fill(box -> box.place().compareTo(SheetPlace.CONTACTS) <= 0 && box.shown() < FEW);
        plan.fill(box -> box.place().urgent()
                && box.shown() < box.place().first()
                && !box.next().past());
        plan.fill(box -> box.shown() < box.place().first());
        plan.fill(box -> true);
        return plan.boxes.stream().map(SheetBox::part).toList();
    }

    private void name(SheetPlace place, Section section, List<SheetFact> facts) {
        if (facts.isEmpty()) {
            room -= SheetBox.silence(place, section.state());
        } else {
            SheetBox box = new SheetBox(place, facts);
            room -= box.height();
            boxes.add(box);
        }
    }

    /** Goes through the sections and places facts of each as long as wanted and as there is room. */
    private void fill(Predicate<SheetBox> wanted) {
        for (SheetBox box : boxes) {
            while (!box.complete() && wanted.test(box)) {
                double taken = box.place(print(box.place(), box.next()), room);
                if (Double.isNaN(taken)) {
                    break;
                }
                room -= taken;
            }
        }
    }

    private Placed print(SheetPlace place, SheetFact fact) {
        return new Placed(
                fact,
                fact.versions().stream()
                        .map(item -> SheetEntry.of(place, fact, item, today, length))
                        .toList());
    }
}
