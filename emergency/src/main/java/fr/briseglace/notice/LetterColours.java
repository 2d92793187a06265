package fr.briseglace.notice;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** What the colours of a letter mean, which PDF/A wants to be said in the file; made once for all letters. */
final class LetterColours {
    private static final String NAME = "sRGB IEC61966-2.1";

    /** Compressed already; read while a letter is saved, one letter at a time. */
    static final PDOutputIntent SRGB = srgb();

    private LetterColours() {}

    private static PDOutputIntent srgb() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        try {
            // Of a document that is never saved and never closed.
            PDOutputIntent intent = new PDOutputIntent(new PDDocument(), new ByteArrayInputStream(profile));
            intent.setInfo(NAME);
            intent.setOutputCondition(NAME);
            intent.setOutputConditionIdentifier(NAME);
            intent.setRegistryName("http://www.color.org");
            return intent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
