package fr.briseglace.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of letters. What most names and our wordings are written in is cut out of it once, compressed, and laid as it is
 * into every letter: cutting and compressing for each letter took three quarters of what a letter costs. Who is named in
 * another alphabet gets a letter with a font of its own.
 *
 * <p>The shared font keeps notes of its own while it is written with: one letter at a time.
 */
final class LetterFont {
    private static final byte[] FILE = read("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
    /** Never saved and never closed: letters refer to what is in it while they are saved. */
    private static final PDDocument KEEPER = new PDDocument();

    private static final PDType0Font SHARED = shared();

    private LetterFont() {}

    /**
     * A font to write a letter with.
     *
     * @param document the letter
     * @param text all that will be written in it
     */
    static PDType0Font of(PDDocument document, String text) throws IOException {
        if (text.codePoints().allMatch(LetterFont::latin)) {
            return SHARED;
        }
        TrueTypeFont letters = parsed(FILE);
        document.registerTrueTypeFontForClosing(letters);
        return PDType0Font.load(document, letters, true);
    }

    /** Most letters of the languages that are written in Latin ones, and their punctuation. */
    private static boolean latin(int codePoint) {
        return codePoint <= 0x17f || (codePoint >= 0x2010 && codePoint <= 0x203a) || codePoint == '€';
    }

    private static PDType0Font shared() {
        try {
            return PDType0Font.load(KEEPER, parsed(cut(parsed(FILE))), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] cut(TrueTypeFont whole) throws IOException {
        CmapLookup glyphs = whole.getUnicodeCmapLookup();
        TTFSubsetter cut = new TTFSubsetter(whole);
        IntStream.rangeClosed(' ', '€')
                .filter(codePoint -> latin(codePoint) && glyphs.getGlyphId(codePoint) != 0)
                .forEach(cut::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        cut.writeToStream(bytes);
        return bytes.toByteArray();
    }

    private static TrueTypeFont parsed(byte[] file) throws IOException {
        TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(file));
        // Ligatures are looked for by patterns made anew for every font: nine tenths of what parsing costs.
        letters.setEnableGsub(false);
        return letters;
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
}
