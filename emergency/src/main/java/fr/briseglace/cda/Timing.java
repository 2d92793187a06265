package fr.briseglace.cda;

import fr.briseglace.summary.ClinicalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads when a fact was, and how often a medicine is taken. */
final class Timing {
    private final Values values;

    Timing(Values values) {
        this.values = values;
    }

    /** Sets onset and end from the statement's times and adds rhythms to the detail. */
    void read(XmlElement statement, Draft draft) {
        for (XmlElement time : statement.children("effectiveTime")) {
            interval(time, draft);
            draft.details.addAll(rhythms(time));
        }
    }

    private static void interval(XmlElement time, Draft draft) {
        if (time.child("period") != null || time.child("event") != null) {
            return;
        }
        if (draft.onset == null) {
            draft.onset = point(time, "low");
        }
        if (draft.onset == null) {
            draft.onset = CdaTime.date(time.attribute("value"));
        }
        if (draft.onset == null) {
            draft.onset = point(time, "center");
        }
        if (draft.end == null) {
            draft.end = point(time, "high");
        }
    }

    static @Nullable ClinicalDate point(XmlElement time, String side) {
        XmlElement point = time.child(side);
        return point == null ? null : CdaTime.date(point.attribute("value"));
    }

    /** Rhythms in words: "toutes les 12 heure(s)", "3 fois/j", durations, moments of the day. */
    List<String> rhythms(XmlElement time) {
        List<String> found = new ArrayList<>();
        XmlElement period = time.child("period");
        if (period != null) {
            String words = values.quantity(period);
            if (words != null) {
                boolean bare = period.child("translation") == null;
                found.add("Fréquence : " + (bare ? "toutes les " : "") + words);
            }
        }
        XmlElement phase = time.child("phase");
        String within = phase == null ? null : Values.period(phase);
        if (within != null) {
            found.add("Période : " + within);
        }
        XmlElement width = time.child("width");
        String lasting = width == null ? null : values.quantity(width);
        if (lasting != null) {
            found.add("Durée : " + lasting);
        }
        XmlElement event = time.child("event");
        if (event != null) {
            String moment = values.wording(event);
            found.add("Moment : " + (moment == null ? event.attribute("code") : moment));
        }
        XmlElement offset = time.child("offset");
        String shifted = offset == null ? null : values.quantity(offset);
        if (shifted != null) {
            found.add("Décalage : " + shifted);
        }
        time.children("comp").forEach(part -> found.addAll(component(part)));
        return found;
    }

    private List<String> component(XmlElement part) {
        List<String> found = new ArrayList<>();
        String dates = Values.period(part);
        if (dates != null) {
            found.add("Période : " + dates);
        }
        found.addAll(rhythms(part));
        return found;
    }

    /** All times of a statement in one list of words, for a statement inside another. */
    List<String> words(XmlElement statement) {
        List<String> found = new ArrayList<>();
        for (XmlElement time : statement.children("effectiveTime")) {
            String at = Values.french(time.attribute("value"));
            String dates = at == null ? Values.period(time) : at;
            if (dates != null) {
                found.add(dates);
            }
            found.addAll(rhythms(time));
        }
        return found;
    }
}
