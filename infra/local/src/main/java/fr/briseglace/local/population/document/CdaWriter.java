package fr.briseglace.local.population.document;

import fr.briseglace.local.population.chance.Dice;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Writes a document: header and body, CDA R2 level 3, or level 1 for a scan. */
public final class CdaWriter {
    private static final int SCANNED_LINES = 18;

    private CdaWriter() {}

    /** The document of a frame, UTF-8; the dice choose identifiers and wording. */
    public static byte[] write(Frame frame, Dice dice) {
        Page page = new Page(new Xml(), dice);
        Header.write(frame, page);
        if (frame.kind() == DocumentKind.SCAN) {
            scan(page, frame);
        } else {
            Body.write(page, frame);
        }
        return page.xml().close().bytes();
    }

    private static void scan(Page page, Frame frame) {
        List<String> lines = new ArrayList<>();
        lines.add(frame.kind().title() + " du " + Times.french(frame.day()));
        for (int i = 1; i <= SCANNED_LINES; i++) {
            lines.add("Ligne " + i + " : examen sans particularité, repère "
                    + page.dice().uuid());
        }
        page.xml().open("component").open("nonXMLBody");
        page.xml()
                .text(
                        "text",
                        Base64.getEncoder().encodeToString(TinyPdf.of(lines)),
                        "mediaType",
                        "application/pdf",
                        "representation",
                        "B64");
        page.xml().close().close();
    }
}
