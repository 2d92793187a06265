package fr.briseglace.summary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The list of sources that facts on the sheet refer to. */
final class SheetSources {
    private static final int MOST = 20;
    private static final int COLUMNS = 2;
    private static final double LINE = 2.95;
    private static final double HEADING = 5;

    private SheetSources() {}

    /** The most that the list can take, millimetres. */
    static double height(EmergencySummary summary) {
        int listed = Math.min(summary.sources().size(), MOST + 1);
        return HEADING + LINE * Math.ceilDiv(listed, COLUMNS);
    }

    /** Those that the strip and the parts refer to, newest first; beyond the newest ones their number. */
    static void write(Markup html, EmergencySummary summary, List<SheetPlan.Part> parts) {
        Set<String> cited = cited(summary, parts);
        List<Source> found = new ArrayList<>();
        for (Source source : summary.sources()) {
            if (cited.contains(source.id())) {
                found.add(source);
            }
        }
        if (found.isEmpty()) {
            return;
        }
        html.open("section", "class", "sources").element("h2", "Sources").open("ul");
        for (Source source : found.subList(0, Math.min(found.size(), MOST))) {
            html.open("li", "id", source.id()).element("b", source.id());
            html.text(" " + provenance(source)).closeLine();
        }
        if (found.size() > MOST) {
            html.element("li", "+ " + (found.size() - MOST) + " autres sources, dans la réponse complète");
        }
        html.close().closeLine();
    }

    /** Who wrote what and when, in a line. */
    static String provenance(Source source) {
        String name = source.author().name();
        String author =
                switch (source.kind()) {
                    case PROFESSIONAL -> name == null ? "auteur non précisé" : name;
                    case PATIENT -> "le patient ou ses proches";
                    case INSURER -> "l’Assurance maladie";
                };
        return Print.cut(author, 30) + ", " + SheetWords.day(source.date()) + ", " + Print.cut(source.title(), 30);
    }

    private static Set<String> cited(EmergencySummary summary, List<SheetPlan.Part> parts) {
        Set<String> cited = new LinkedHashSet<>();
        for (SheetPlan.Part part : parts) {
            part.facts().forEach(placed -> placed.entries()
                    .forEach(entry -> cited.addAll(SheetEntry.named(entry.sources()))));
        }
        Set<String> vital = new LinkedHashSet<>();
        summary.vital().forEach(entry -> vital.addAll(entry.items()));
        summary.sections().values().forEach(section -> section.items().stream()
                .filter(item -> vital.contains(item.id()))
                .forEach(item -> cited.addAll(SheetEntry.named(item.sources()))));
        return cited;
    }
}
