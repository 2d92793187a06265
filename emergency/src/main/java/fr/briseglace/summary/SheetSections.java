package fr.briseglace.summary;

import fr.briseglace.summary.SheetPlan.Part;
import fr.briseglace.summary.SheetPlan.Placed;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the sections: rows for what is urgent, lines for the rest, and always how many facts are left out. */
final class SheetSections {
    /** What stands before facts that are no longer so. */
    static final String PAST = "Terminé ou écarté";

    private final Markup html;

    SheetSections(Markup html) {
        this.html = html;
    }

    void write(Part part) {
        if (part.place().urgent()) {
            rows(part);
        } else if (!part.facts().isEmpty()) {
            html.open("section", "class", "line");
            html.element("h2", part.place().title()).text(" ");
            line(part.facts(), part.more());
            html.closeLine();
        }
    }

    /** The sections of which nothing is shown, with the number of their items. */
    void writeUnshown(List<Part> parts) {
        String titles = parts.stream()
                .filter(part -> !part.place().urgent() && part.facts().isEmpty())
                .map(part -> part.place().title() + " (" + part.more() + ")")
                .collect(Collectors.joining(", "));
        if (!titles.isEmpty()) {
            html.open("section", "class", "line")
                    .element("h2", "Aussi dans le dossier")
                    .text(" " + titles)
                    .closeLine();
        }
    }

    private void rows(Part part) {
        List<Placed> current =
                part.facts().stream().filter(placed -> !placed.fact().past()).toList();
        List<Placed> past =
                part.facts().stream().filter(placed -> placed.fact().past()).toList();
        html.open("section");
        html.element("h2", part.place().title(), "class", "over");
        if (!current.isEmpty()) {
            table(part.place(), current);
        }
        if (!past.isEmpty()) {
            html.open("div", "class", "past").element("h3", PAST).text(" ");
            line(past, part.more());
            html.close();
        } else if (part.more() > 0) {
            html.element("p", part.facts().isEmpty() ? facts(part.more()) : more(part.more()), "class", "more");
        }
        html.closeLine();
    }

    private void table(SheetPlace place, List<Placed> facts) {
        html.open("table").element("caption", place.title() + ", en cours", "class", "unseen");
        html.open("thead").open("tr");
        for (String column : List.of("Fait", "Date", "Source")) {
            html.open("th", "scope", "col")
                    .element("span", column, "class", "unseen")
                    .close();
        }
        html.close().close();
        for (Placed placed : facts) {
            html.open("tbody", "class", placed.fact().conflict() ? "conflict" : "fact");
            if (placed.fact().conflict()) {
                html.open("tr").open("th", "scope", "rowgroup", "colspan", "3", "class", "contradiction");
                html.text(contradiction(placed.fact())).close().close();
            }
            placed.entries().forEach(this::row);
            html.close();
        }
        html.closeLine();
    }

    private void row(SheetEntry entry) {
        html.open("tr").open("th", "scope", "row").element("b", entry.name());
        if (!entry.gist().isEmpty()) {
            html.text(" ").element("span", entry.gist(), "class", "gist");
        }
        html.close();
        html.element("td", entry.when(), "class", "when");
        html.open("td", "class", "source");
        entry.writeSources(html);
        html.close().closeLine();
    }

    private void line(List<Placed> facts, int more) {
        html.open("ul");
        for (Placed placed : facts) {
            html.open("li");
            if (placed.fact().conflict()) {
                html.element("strong", contradiction(placed.fact()) + " :").text(" ");
            }
            String between = "";
            for (SheetEntry entry : placed.entries()) {
                html.text(between + entry.line() + " ");
                entry.writeSources(html);
                between = " ≠ ";
            }
            html.closeLine();
        }
        if (more > 0) {
            html.element("li", more(more), "class", "more");
        }
        html.close();
    }

    static String contradiction(SheetFact fact) {
        return fact.versions().size() > 1
                ? "Contradiction : " + fact.versions().size() + " versions"
                : "Contradiction : une source dit l’inverse des autres";
    }

    private static String facts(int count) {
        return count + (count == 1 ? " fait" : " faits") + " dans le dossier";
    }

    private static String more(int more) {
        return "+ " + more + (more == 1 ? " autre" : " autres") + " dans le dossier";
    }
}
