package fr.briseglace.smtp;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/**
 * A message with the same content as text and as a page, sent by a machine (RFC 5322, 2045, 3676,
 * 3834). Pure.
 *
 * @param from plain address
 * @param to plain address
 * @param subject any text; whatever a header could misread is encoded
 * @param id what comes before the at sign of the Message-ID; letters, digits and hyphens
 * @param idDomain what comes after it
 * @param date when it was written
 * @param text plain text, lines ended by a line feed
 * @param html the same as a page
 */
public record Mail(
        String from, String to, String subject, String id, String idDomain, Instant date, String text, String html) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});
    private static final Base64.Encoder WORD = Base64.getEncoder();
    // A line takes 78 characters at best (RFC 5322 §2.1.1): 9 for the header's name, 12 around a word, 52 for 39 bytes.
    private static final int WORD_BYTES = 39;
    private static final int LONGEST_PLAIN = 69;

    /** Says nothing of the persons. */
    @Override
    public String toString() {
        return "Mail[…]";
    }

    /** As it goes over the wire. */
    public Buffer bytes() {
        String boundary = "=_" + id;
        return Buffer.buffer(4 * (text.length() + html.length()) / 2 + 1_024)
                .appendString("Date: " + DATE.format(date))
                .appendString("\r\nFrom: " + from)
                .appendString("\r\nTo: " + to)
                .appendString("\r\nSubject: " + header(subject))
                .appendString("\r\nMessage-ID: <" + id + "@" + idDomain + ">")
                .appendString("\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n")
                .appendString(
                        "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n--" + boundary)
                .appendString("\r\nContent-Type: text/plain; charset=utf-8; format=flowed")
                .appendString("\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .appendBytes(encoded(Flowed.of(text)))
                .appendString("\r\n--" + boundary)
                .appendString("\r\nContent-Type: text/html; charset=utf-8")
                .appendString("\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .appendBytes(encoded(html))
                .appendString("\r\n--" + boundary + "--");
    }

    private static byte[] encoded(String part) {
        return LINES.encode(part.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String header(String value) {
        if (value.length() <= LONGEST_PLAIN
                && value.chars().allMatch(c -> c >= ' ' && c <= '~')
                && value.equals(value.strip())
                && !value.contains("=?")) {
            return value;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            String one = Character.toString(value.codePointAt(i));
            int more = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > WORD_BYTES) {
                words.append(word(word)).append("\r\n ");
                word.setLength(0);
                bytes = 0;
            }
            word.append(one);
            bytes += more;
        }
        return words.append(word(word)).toString();
    }

    private static String word(CharSequence text) {
        return "=?UTF-8?B?" + WORD.encodeToString(text.toString().getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
