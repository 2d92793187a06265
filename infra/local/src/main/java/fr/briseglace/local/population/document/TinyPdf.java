package fr.briseglace.local.population.document;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PDF of one page and a few lines, as a scanner's software would attach. */
final class TinyPdf {
    /** The encoding of the standard fonts, with French accents. */
    private static final Charset WIN_ANSI = Charset.forName("windows-1252");

    private TinyPdf() {}

    /** The page with these lines from top to bottom. */
    static byte[] of(List<String> lines) {
        StringBuilder content = new StringBuilder("BT /F1 11 Tf 56 780 Td 16 TL\n");
        lines.forEach(line -> content.append('(').append(escaped(line)).append(") Tj T*\n"));
        content.append("ET");
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + content.toString().getBytes(WIN_ANSI).length + " >>\nstream\n" + content
                        + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        return written(objects).getBytes(WIN_ANSI);
    }

    private static String written(List<String> objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(pdf.length());
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> pdf.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        return pdf.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n")
                .toString();
    }

    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }
}
