package fr.briseglace.cda;

import fr.briseglace.summary.ClinicalDate;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.ItemValue;
import fr.briseglace.summary.Measure;
import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.Words;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact while it is being put together from an entry and from the narrative the entry points at. */
final class Draft {
    private static final int LABEL_LIMIT = 300;
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd MM yyyy");

    final SectionKind section;
    final Set<String> references;
    final CodingSet codings = new CodingSet();
    final CodingSet answers = new CodingSet();
    final CodingSet traits = new CodingSet();
    final LinkedHashSet<String> details = new LinkedHashSet<>();

    @Nullable
    String label;
    /** What to call it where neither codes nor narrative name it: the kind of fact. */
    @Nullable
    String kindOnly;

    @Nullable
    ItemStatus status;

    @Nullable
    ClinicalDate onset;

    @Nullable
    ClinicalDate end;

    @Nullable
    String severity;

    @Nullable
    ItemValue value;

    boolean none;
    /** Whether the entry only says that nothing is known. */
    boolean unknown;

    Draft(SectionKind section, Set<String> references) {
        this.section = section;
        this.references = references;
    }

    /** Takes a status over from what is said of the fact; a denial stays, whatever else is said. */
    void status(@Nullable ItemStatus said) {
        if (said != null && !Statuses.denies(status)) {
            status = said;
        }
    }

    /** Takes the statement that there is none for silence, where it is made by somebody who cannot know. */
    void notDenied() {
        unknown |= none;
        none = false;
    }

    /** Whether the entry itself names nothing. */
    boolean hollow() {
        return label == null;
    }

    void label(@Nullable String text) {
        if (label == null && text != null && !text.isBlank()) {
            label = text;
        }
    }

    void detail(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            details.add(text);
        }
    }

    void severity(@Nullable String text) {
        if (text != null) {
            severity = severity == null || severity.contains(text) ? text : severity + " ; " + text;
        }
    }

    /** Everything it says, folded, with a space at either end and its dates as they are written in France. */
    String said() {
        StringBuilder out = new StringBuilder(" ");
        for (String part : details) {
            append(out, part);
        }
        append(out, label);
        append(out, severity);
        if (value instanceof Measure measure) {
            append(out, measure.number() + Units.spoken(measure.unit()));
            append(out, measure.number() + " " + measure.unit());
        }
        String from = onset == null ? "" : FRENCH.format(onset.first());
        String to = end == null ? "" : FRENCH.format(end.first());
        if (onset != null && end != null) {
            append(out, "du " + from + " au " + to);
        } else {
            append(out, from + " " + to);
        }
        append(out, onset == null ? null : onset.iso());
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable String text) {
        if (text != null) {
            out.append(Words.fold(text)).append(" ");
        }
    }

    /** The finished fact, null where nothing at all is known of it. */
    @Nullable
    ClinicalItem item() {
        String name = label == null ? kindOnly : label;
        if (name == null) {
            return null;
        }
        List<String> kept = new ArrayList<>();
        if (name.length() > LABEL_LIMIT) {
            kept.add(name);
            int cut = name.lastIndexOf(' ', LABEL_LIMIT);
            name = name.substring(0, cut > 0 ? cut : LABEL_LIMIT) + "…";
        }
        String said = Words.fold(name);
        for (String part : details) {
            if (!said.equals(Words.fold(part))) {
                kept.add(part);
            }
        }
        String joined = String.join(" ; ", kept);
        return new ClinicalItem(
                section,
                name,
                codings.list(),
                answers.list(),
                traits.list(),
                status,
                onset,
                end,
                joined.isEmpty() ? null : joined,
                severity,
                value,
                none);
    }

    /** Says nothing clinical. */
    @Override
    public String toString() {
        return "Draft[…]";
    }
}
