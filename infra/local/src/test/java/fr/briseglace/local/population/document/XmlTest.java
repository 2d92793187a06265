package fr.briseglace.local.population.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlTest {
    @Test
    void textAndAttributesAreEscaped() {
        Xml xml = new Xml().text("td", "a < b & \"c\" > d", "ID", "<\"&\">");

        assertThat(written(xml))
                .endsWith("<td ID=\"&lt;&quot;&amp;&quot;&gt;\">a &lt; b &amp; &quot;c&quot; &gt; d</td>\n");
    }

    @Test
    void whatIsOpenedIsClosedByItsName() {
        assertThat(written(new Xml().open("a").open("b").leaf("c").close().close()))
                .endsWith("<a>\n<b>\n<c/>\n</b>\n</a>\n");
    }

    @Test
    void anUnfinishedDocumentIsNotGivenOut() {
        assertThatIllegalStateException().isThrownBy(() -> new Xml().open("a").bytes());
    }

    private static String written(Xml xml) {
        return new String(xml.bytes(), StandardCharsets.UTF_8);
    }
}
