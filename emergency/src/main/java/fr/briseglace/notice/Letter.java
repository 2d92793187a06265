package fr.briseglace.notice;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * A letter on A4 as PDF/A-1b, its address where the window of a French envelope is (NF Z 10-011: the right half, 45 to
 * 80 mm from the top). Pure but for the font it reads from the class path.
 */
final class Letter {
    private static final byte[] FONT_FILE = read("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
    private static final float MILLIMETRE = 72f / 25.4f;
    private static final float SIZE = 10.5f;
    private static final float LEADING = 14;
    private static final float LEFT = 22 * MILLIMETRE;
    private static final float WINDOW_LEFT = 108 * MILLIMETRE;
    private static final float WINDOW_TOP = 50 * MILLIMETRE;
    private static final float BODY_TOP = 100 * MILLIMETRE;
    private static final float NEXT_TOP = 25 * MILLIMETRE;
    private static final float BOTTOM = 22 * MILLIMETRE;
    /** As many lines as the window shows. */
    private static final int ADDRESS_LINES = 7;

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final String language;

    private Letter(String language) throws IOException {
        this.language = language;
        TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(FONT_FILE));
        // Ligatures are looked for by patterns made anew for every font: nine tenths of what a letter costs.
        letters.setEnableGsub(false);
        document.registerTrueTypeFontForClosing(letters);
        this.font = PDType0Font.load(document, letters, true);
    }

    private static byte[] read(String resource) {
        try (InputStream file = PDDocument.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("the font is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The letter as a file.
     *
     * @param address lines of the address, the name first
     * @param written when it was written
     */
    static byte[] of(String address, Words words, Instant written) throws IOException {
        Letter letter = new Letter(words.language().code());
        try (letter.document) {
            letter.write(address, words);
            letter.describe(words.subject(), written);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            letter.document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private void write(String address, Words words) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(words.subject());
        lines.add("");
        for (String paragraph : words.text().split("\n", -1)) {
            lines.addAll(wrapped(paragraph));
        }
        int next = 0;
        for (boolean first = true; first || next < lines.size(); first = false) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                if (first) {
                    List<String> shown = address.lines()
                            .limit(ADDRESS_LINES)
                            .map(OneLine::of)
                            .toList();
                    lines(content, WINDOW_LEFT, WINDOW_TOP, shown);
                }
                float top = first ? BODY_TOP : NEXT_TOP;
                int room = (int) ((PDRectangle.A4.getHeight() - top - BOTTOM) / LEADING);
                int end = Math.min(lines.size(), next + room);
                lines(content, LEFT, top, lines.subList(next, end));
                next = end;
            }
        }
    }

    private void lines(PDPageContentStream content, float left, float top, List<String> lines) throws IOException {
        content.beginText();
        content.setFont(font, SIZE);
        content.setLeading(LEADING);
        content.newLineAtOffset(left, PDRectangle.A4.getHeight() - top);
        for (String line : lines) {
            content.showText(writable(line));
            content.newLine();
        }
        content.endText();
    }

    private List<String> wrapped(String paragraph) throws IOException {
        float room = PDRectangle.A4.getWidth() - 2 * LEFT;
        float space = width(" ");
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float taken = 0;
        for (String word : paragraph.split(" ", -1)) {
            float more = width(word);
            if (!line.isEmpty() && taken + space + more > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            taken = line.isEmpty() ? more : taken + space + more;
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(String line) throws IOException {
        return font.getStringWidth(writable(line)) / 1_000 * SIZE;
    }

    /** A letter that the font lacks is written as a question mark. */
    private String writable(String line) {
        StringBuilder written = new StringBuilder();
        line.codePoints().forEach(c -> written.appendCodePoint(known(c) ? c : '?'));
        return written.toString();
    }

    private boolean known(int codePoint) {
        try {
            return font.encode(Character.toString(codePoint)).length > 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private void describe(String title, Instant written) throws IOException {
        LetterDescription description = LetterDescription.of(title, written);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreationDate(description.date());
        document.getDocumentCatalog().setLanguage(language);
        PDMetadata stream = new PDMetadata(document);
        stream.importXMPMetadata(description.xmp());
        document.getDocumentCatalog().setMetadata(stream);
        byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(colours));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().setOutputIntents(Arrays.asList(intent));
    }
}
