package fr.briseglace.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what sections without facts say: an express "none" and by whom, or silence, which is not "none". */
final class SheetSilence {
    private static final String SILENCE = "non renseigné (ne veut pas dire aucun)";
    private static final String UNAVAILABLE = "indisponible pour l’instant (ne veut pas dire aucun)";

    private final EmergencySummary summary;
    private final Map<String, Source> sources = new HashMap<>();

    SheetSilence(EmergencySummary summary) {
        this.summary = summary;
        summary.sources().forEach(source -> sources.put(source.id(), source));
    }

    /** One urgent section, or one of which it is said that there is nothing. */
    void write(Markup html, SheetPlace place) {
        String words =
                switch (state(place)) {
                    case DECLARED_NONE -> declared(place);
                    case UNAVAILABLE -> UNAVAILABLE;
                    case NOT_RECORDED, RECORDED -> SILENCE;
                };
        html.open("section", "class", "line").element("h2", place.title());
        html.text(" ").element("span", words, "class", "silence").closeLine();
    }

    /** All other sections on which the record is silent, together. */
    void writeOthers(Markup html) {
        others(html, SectionState.NOT_RECORDED, SILENCE);
        others(html, SectionState.UNAVAILABLE, UNAVAILABLE);
    }

    /** Whether a section is written by itself although it has no facts. */
    boolean alone(SheetPlace place) {
        SectionState state = state(place);
        return state == SectionState.DECLARED_NONE || (state != SectionState.RECORDED && place.urgent());
    }

    private void others(Markup html, SectionState state, String words) {
        String titles = Stream.of(SheetPlace.values())
                .filter(place -> !place.urgent() && state(place) == state)
                .map(SheetPlace::title)
                .collect(Collectors.joining(", "));
        if (!titles.isEmpty()) {
            html.open("p", "class", "silent")
                    .element("b", titles)
                    .text(" : " + words)
                    .closeLine();
        }
    }

    private String declared(SheetPlace place) {
        List<String> deniedBy = summary.deniedBy().getOrDefault(place.kind(), List.of());
        String who = deniedBy.stream()
                .map(sources::get)
                .limit(1)
                .map(SheetSources::provenance)
                .collect(Collectors.joining());
        return place.none() + ", dit expressément par " + (who.isEmpty() ? "une source du dossier" : who);
    }

    private SectionState state(SheetPlace place) {
        Section section = summary.sections().get(place.kind());
        return section == null ? SectionState.NOT_RECORDED : section.state();
    }
}
