package fr.briseglace.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SheetStyleTest {
    private static final Pattern RULE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern INK = Pattern.compile("(?<![-\\w])color: #([0-9a-f]{3,6})");
    private static final Pattern PAPER = Pattern.compile("background: #([0-9a-f]{3,6})");
    /** Contrast of WCAG 2 at level AAA. */
    private static final double ENOUGH = 7;

    @Test
    void everyInkStandsOutFromItsPaper() throws IOException {
        int inks = 0;
        Matcher rules = RULE.matcher(style());
        while (rules.find()) {
            Matcher ink = INK.matcher(rules.group(1));
            if (ink.find()) {
                Matcher paper = PAPER.matcher(rules.group(1));
                assertThat(contrast(ink.group(1), paper.find() ? paper.group(1) : "fff"))
                        .as(rules.group())
                        .isGreaterThanOrEqualTo(ENOUGH);
                inks++;
            }
        }
        assertThat(inks).isGreaterThanOrEqualTo(3);
    }

    @Test
    void nothingIsFetched() throws IOException {
        assertThat(style()).doesNotContain("url", "@import", "<");
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int width = colour.length() / 3;
        double[] share = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            String digits = colour.substring(i * width, (i + 1) * width);
            double part = Integer.parseInt(width == 1 ? digits + digits : digits, 16) / 255.0;
            sum += share[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(SheetFrame.class.getResourceAsStream("sheet.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
