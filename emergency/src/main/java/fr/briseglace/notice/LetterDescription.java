package fr.briseglace.notice;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import javax.xml.transform.TransformerException;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** What a letter's file says of itself: the same for all letters of a title and a minute, so that it is made once. */
final class LetterDescription {
    private record Key(String title, Instant minute) {}

    private static final LoadingCache<Key, LetterDescription> MADE =
            Caffeine.newBuilder().maximumSize(64).build(LetterDescription::new);

    private final Instant minute;
    private final byte[] xmp;

    private LetterDescription(Key key) {
        this.minute = key.minute();
        this.xmp = xmp(key.title(), date());
    }

    /**
     * The description of a letter.
     *
     * @param title names nobody
     * @param written when it was written; told to the minute
     */
    static LetterDescription of(String title, Instant written) {
        return MADE.get(new Key(title, written.truncatedTo(ChronoUnit.MINUTES)));
    }

    GregorianCalendar date() {
        return GregorianCalendar.from(minute.atZone(ZoneOffset.UTC));
    }

    byte[] xmp() {
        return xmp.clone();
    }

    private static byte[] xmp(String title, GregorianCalendar date) {
        XMPMetadata metadata = XMPMetadata.createXMPMetadata();
        ByteArrayOutputStream xmp = new ByteArrayOutputStream();
        try {
            metadata.createAndAddPDFAIdentificationSchema().setPart(1);
            metadata.getPDFAIdentificationSchema().setConformance("B");
            metadata.createAndAddDublinCoreSchema().setTitle(title);
            metadata.createAndAddXMPBasicSchema().setCreateDate(date);
            new XmpSerializer().serialize(metadata, xmp, true);
        } catch (BadFieldValueException | TransformerException e) {
            throw new IllegalStateException("a letter cannot be described", e);
        }
        return xmp.toByteArray();
    }
}
