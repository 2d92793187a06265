package fr.briseglace.summary;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.summary.SheetEntry.Length;
import fr.briseglace.summary.SheetPlan.Part;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The part of the printed sheet that is the same for all accesses to a patient: who it is, the vital strip, the
 * sections and their sources, so that all of it stays on one A4 page. {@link SheetFrame} makes a document of it.
 */
public final class SummarySheet {
    /** Height of a page without its margins, the identity, the notice and the fullest frame, millimetres. */
    private static final double PAGE = 227;

    private static final int COLUMNS = 2;
    /** How much more of the page the same words take in the larger print of short records. */
    private static final double LARGER = 1.62;

    private static final String ELSEWHERE =
            " « + n autres » : faits hors de cette feuille, tous dans la console et la réponse JSON. Date entre parenthèses :"
                    + " celle du document.";

    private SummarySheet() {}

    /**
     * Renders the fragment in UTF-8; it is the same for the same arguments.
     *
     * @param today the day on which age and treatments are judged, the same as for the summary
     */
    public static byte[] render(Ins ins, PatientIdentity identity, EmergencySummary summary, LocalDate today) {
        Markup html = new Markup();
        SheetIdentity.write(html, ins, identity, today);
        SheetStrip strip = new SheetStrip(summary);
        strip.write(html);
        html.open("p", "class", "notice");
        html.element("b", EmergencySummary.NOTICE).text(ELSEWHERE).closeLine();
        double room = (PAGE - SheetIdentity.excess(identity) - strip.height() - SheetSources.height(summary)) * COLUMNS;
        List<Part> parts = SheetPlan.of(summary, today, room, Length.FULL);
        if (!complete(parts)) {
            parts = SheetPlan.of(summary, today, room, Length.SHORT);
        }
        boolean ample = complete(SheetPlan.of(summary, today, room / LARGER, Length.FULL));
        sections(html, summary, parts, ample ? "columns ample" : "columns");
        SheetSources.write(html, summary, parts);
        return html.bytes();
    }

    private static boolean complete(List<Part> parts) {
        return parts.stream().allMatch(part -> part.more() == 0);
    }

    private static void sections(Markup html, EmergencySummary summary, List<Part> parts, String layout) {
        Map<SheetPlace, Part> byPlace = new EnumMap<>(SheetPlace.class);
        parts.forEach(part -> byPlace.put(part.place(), part));
        SheetSections sections = new SheetSections(html);
        SheetSilence silence = new SheetSilence(summary);
        html.open("div", "class", layout);
        for (SheetPlace place : SheetPlace.values()) {
            Part part = byPlace.get(place);
            if (part != null) {
                sections.write(part);
            } else if (silence.alone(place)) {
                silence.write(html, place);
            }
        }
        sections.writeUnshown(parts);
        silence.writeOthers(html);
        html.closeLine();
    }
}
