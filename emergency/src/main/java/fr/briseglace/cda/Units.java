package fr.briseglace.cda;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units as they are read aloud: UCUM's annotations without braces, units of time and packaging in French. */
final class Units {
    private static final Map<String, String> SPOKEN = Map.ofEntries(
            Map.entry("1", ""),
            Map.entry("s", "seconde(s)"),
            Map.entry("min", "minute(s)"),
            Map.entry("h", "heure(s)"),
            Map.entry("d", "jour(s)"),
            Map.entry("J", "jour(s)"),
            Map.entry("wk", "semaine(s)"),
            Map.entry("mo", "mois"),
            Map.entry("a", "an(s)"),
            Map.entry("{tablet}", "comprimé(s)"),
            Map.entry("{Tablet}", "comprimé(s)"),
            Map.entry("{tbl}", "comprimé(s)"),
            Map.entry("{count}", "unité(s)"),
            Map.entry("{drink}/d", "verre(s)/jour"),
            Map.entry("{pack}/a", "paquets-année"),
            Map.entry("30009000", "boîte(s)"),
            Map.entry("30015500", "récipient(s)"),
            Map.entry("30067000", "tube(s)"));

    private Units() {}

    static String spoken(@Nullable String unit) {
        if (unit == null) {
            return "";
        }
        String known = SPOKEN.get(unit);
        String words = known == null ? unit.replace("{", "").replace("}", "") : known;
        return words.isEmpty() ? "" : " " + words;
    }
}
