package fr.briseglace.cda;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes XML by its byte order mark, else by what its declaration says, else as UTF-8. Done here because the JDK's own
 * decoder reports malformed bytes on the standard error stream.
 */
final class Encodings {
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final int DECLARATION = 200;

    private Encodings() {}

    static CharBuffer decode(byte[] xml) throws XmlFault {
        try {
            CharBuffer text = charset(xml)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(xml));
            boolean marked = text.hasRemaining() && text.charAt(0) == '\ufeff';
            return marked ? text.subSequence(1, text.length()) : text;
        } catch (CharacterCodingException | IllegalArgumentException | UnsupportedOperationException unreadable) {
            throw new XmlFault(CdaFault.NOT_XML);
        }
    }

    private static Charset charset(byte[] xml) {
        int first = xml.length < 2 ? 0 : ((xml[0] & 0xFF) << 8) | (xml[1] & 0xFF);
        return switch (first) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> declared(xml);
        };
    }

    private static Charset declared(byte[] xml) {
        String start = new String(xml, 0, Math.min(xml.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start);
        return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
    }
}
