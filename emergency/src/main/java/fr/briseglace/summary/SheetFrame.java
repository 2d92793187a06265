package fr.briseglace.summary;

import fr.briseglace.law.BreakGlassReason;
import fr.briseglace.law.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/** The document around a {@link SummarySheet}: styles, and what is of one access (who, mode, case, times). */
public final class SheetFrame {
    /** The media type of {@link #around}. */
    public static final String MEDIA_TYPE = "text/html; charset=utf-8";

    private static final String STYLE = style();

    /** Value of the header {@code Content-Security-Policy} to send along: its own style and nothing else. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The title becomes the name of a printed file and stays in histories: it names nobody.
    private static final byte[] HEAD = """
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Synthèse d’urgence</title>
            <style>%s</style>
            </head>
            <body>
            """.formatted(STYLE).getBytes(StandardCharsets.UTF_8);

    private static final int LONGEST = 50;
    private static final int LONGEST_REASON = 110;

    private SheetFrame() {}

    /** What every document begins with, in UTF-8. */
    public static byte[] head() {
        return HEAD.clone();
    }

    /** What stands between {@link #head} and the sheet, in UTF-8: under which access it is disclosed. */
    public static byte[] before(SheetAccess access) {
        return joined(top(access), bytes("<main>\n"));
    }

    /** What stands after the sheet, in UTF-8, to the end of the document. */
    public static byte[] after(SheetAccess access) {
        return joined(bytes("</main>\n"), bottom(access), bytes("</body>\n</html>\n"));
    }

    /**
     * A whole document in UTF-8.
     *
     * @param sheet what {@link SummarySheet#render} gave
     * @param access the access it is disclosed in
     */
    public static byte[] around(byte[] sheet, SheetAccess access) {
        return joined(HEAD, before(access), sheet, after(access));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] top(SheetAccess access) {
        Markup html = new Markup();
        html.open("p", "class", "banner")
                .element("b", "Synthèse d’urgence du DMP")
                .text(" · " + mode(access));
        html.text(" · couverte par le secret médical").closeLine();
        if (access.degraded()) {
            html.element(
                    "p",
                    "Mode dégradé : dossier tel que lu le " + SheetWords.moment(access.asOf())
                            + " ; il a pu changer depuis.",
                    "class",
                    "degraded");
        }
        return html.bytes();
    }

    private static byte[] bottom(SheetAccess access) {
        Markup html = new Markup();
        html.open("footer").open("p").text("Ouvert par ");
        html.element("b", Print.cut(access.professional(), LONGEST)).text(", ");
        html.text(Print.cut(access.structure(), LONGEST)).text(" · " + mode(access));
        if (access.caseId() != null) {
            html.text(" · affaire ").element("b", Print.cut(access.caseId(), LONGEST));
        }
        html.close();
        if (access.reason() != null) {
            reason(html, access.reason());
        }
        html.open("p").text("Ouvert le ").element("b", SheetWords.moment(access.openedAt()));
        html.text(", jusqu’au ").element("b", SheetWords.moment(access.expiresAt()));
        html.text(" · dossier lu le " + SheetWords.moment(access.asOf()) + " (heure de Paris)");
        html.text(" · accès " + access.id() + ", tracé ; le patient et son médecin traitant en sont informés.");
        html.close().closeLine();
        return html.bytes();
    }

    /** What was stated on opening: the code by its name, or as it is where it is a health motive, and the words. */
    private static void reason(Markup html, Reason reason) {
        BreakGlassReason known = BreakGlassReason.of(reason.code());
        html.open("p").text("Motif déclaré : ").element("b", known == null ? reason.code() : known.french());
        if (reason.text() != null) {
            html.text(" · « " + Print.cut(reason.text(), LONGEST_REASON) + " »");
        }
        html.close();
    }

    private static String mode(SheetAccess access) {
        return switch (access.mode()) {
            case CENTRE_15 -> "régulation médicale (centre 15)";
            case BRIS_DE_GLACE -> "bris de glace";
        };
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(SheetFrame.class.getResourceAsStream("sheet.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
