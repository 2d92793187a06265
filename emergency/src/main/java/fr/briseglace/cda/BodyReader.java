package fr.briseglace.cda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes an unstructured body: base64 or plain text, deflated or not. */
final class BodyReader {
    private BodyReader() {}

    static UnstructuredBody read(XmlElement body, XmlBounds bounds) throws XmlFault {
        XmlElement text = body.child("text");
        if (text == null) {
            throw new XmlFault(CdaFault.NO_BODY);
        }
        String type = text.attribute("mediaType");
        byte[] content = text.is("representation", "B64")
                ? decode(text.rawText())
                : text.rawText().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] unpacked = unpack(content, text.attribute("compression"), bounds.bytes());
            return new UnstructuredBody(type == null ? "application/octet-stream" : type, unpacked);
        } catch (IOException damaged) {
            throw new XmlFault(CdaFault.BODY_UNREADABLE);
        }
    }

    private static byte[] decode(String base64) throws XmlFault {
        try {
            return Base64.getMimeDecoder().decode(base64.strip());
        } catch (IllegalArgumentException malformed) {
            throw new XmlFault(CdaFault.BODY_UNREADABLE);
        }
    }

    private static byte[] unpack(byte[] content, @Nullable String compression, int limit) throws IOException, XmlFault {
        if (compression == null) {
            return content;
        }
        ByteArrayInputStream packed = new ByteArrayInputStream(content);
        return switch (compression) {
            case "DF", "ZL" -> inflate(new InflaterInputStream(packed), limit);
            case "GZ" -> inflate(new GZIPInputStream(packed), limit);
            default -> throw new XmlFault(CdaFault.BODY_UNREADABLE);
        };
    }

    private static byte[] inflate(InputStream source, int limit) throws IOException, XmlFault {
        try (InputStream in = source) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[8192];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
                if (out.size() > limit) {
                    throw new XmlFault(CdaFault.BODY_UNREADABLE);
                }
            }
            return out.toByteArray();
        }
    }
}
