package fr.briseglace.notice;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What time it is where somebody lives, by the postcode of their address; Paris where that tells nothing. Pure. */
public final class Residence {
    private static final Pattern OVERSEAS = Pattern.compile("(9[78][0-9])[0-9]{2} .*");
    private static final Map<String, ZoneId> ZONES = Map.ofEntries(
            Map.entry("971", ZoneId.of("America/Guadeloupe")),
            Map.entry("972", ZoneId.of("America/Martinique")),
            Map.entry("973", ZoneId.of("America/Cayenne")),
            Map.entry("974", ZoneId.of("Indian/Reunion")),
            Map.entry("975", ZoneId.of("America/Miquelon")),
            Map.entry("976", ZoneId.of("Indian/Mayotte")),
            Map.entry("977", ZoneId.of("America/St_Barthelemy")),
            Map.entry("978", ZoneId.of("America/Marigot")),
            Map.entry("986", ZoneId.of("Pacific/Wallis")),
            Map.entry("987", ZoneId.of("Pacific/Tahiti")),
            Map.entry("988", ZoneId.of("Pacific/Noumea")));

    private Residence() {}

    /**
     * The zone of an address.
     *
     * @param lines lines of a postal address, one of which may begin with a postcode; the last such counts
     */
    public static ZoneId zone(List<String> lines) {
        ZoneId zone = NoticeFacts.PARIS;
        for (String line : lines) {
            Matcher overseas = OVERSEAS.matcher(line.strip());
            if (overseas.matches()) {
                zone = ZONES.getOrDefault(overseas.group(1), NoticeFacts.PARIS);
            }
        }
        return zone;
    }
}
