package fr.briseglace.local.mail;

import fr.briseglace.smtp.Flowed;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.Locale;

/** Finds what a person would read of a message. */
final class PlainText {
    private PlainText() {}

    /** The first text/plain part at any depth, decoded, its lines joined where they are flowed; empty where there is none. */
    static String of(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            String text = (String) part.getContent();
            boolean flowed = part.getContentType().toLowerCase(Locale.ROOT).contains("format=flowed");
            return flowed ? Flowed.joined(text.replace("\r\n", "\n")) : text;
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String text = of(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
