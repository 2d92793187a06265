package fr.briseglace.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A letter on A4 as PDF/A-1b, its address where the window of a French envelope is (NF Z 10-011: the right half, 45 to
 * 80 mm from the top). Whoever writes one waits until the one before is written.
 */
final class Letter {
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
    /** What letters share must not be read by two at once: {@link LetterFont}, {@link LetterColours}. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final String address;
    private final Words words;

    private Letter(String address, Words words) throws IOException {
        this.address = address;
        this.words = words;
        this.font = LetterFont.of(document, address + words.subject() + words.text());
    }

    /**
     * The letter as a file.
     *
     * @param address lines of the address, the name first
     * @param written when it was written
     */
    static byte[] of(String address, Words words, Instant written) throws IOException {
        ONE_AT_A_TIME.lock();
        try {
            return new Letter(address, words).file(written);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private byte[] file(Instant written) throws IOException {
        try (document) {
            write();
            describe(written);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private void write() throws IOException {
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

    private void describe(Instant written) throws IOException {
        LetterDescription description = LetterDescription.of(words.subject(), written);
        document.getDocumentInformation().setTitle(words.subject());
        document.getDocumentInformation().setCreationDate(description.date());
        document.getDocumentCatalog().setLanguage(words.language().code());
        PDMetadata stream = new PDMetadata(document);
        stream.importXMPMetadata(description.xmp());
        document.getDocumentCatalog().setMetadata(stream);
        document.getDocumentCatalog().setOutputIntents(List.of(LetterColours.SRGB));
    }
}
