package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.summary.Answer;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.Measure;
import fr.briseglace.summary.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every word of every narrative of the official documents is in some item made of that document. */
class NothingIsLostTest {
    /** Headings of columns only name what is below them, and are kept where a value needs its name. */
    private static final Set<String> STRUCTURE = Set.of("th", "renderMultiMedia");

    @TestFactory
    Stream<DynamicTest> everyWordOfEveryNarrativeIsInAnItem() {
        return OfficialDocuments.all().stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> {
                    Set<String> kept = new HashSet<>();
                    OfficialDocuments.read(file).items().forEach(item -> kept.addAll(words(item)));
                    XmlElement root = SafeXml.read(OfficialDocuments.bytes(file), XmlBounds.DEFAULT);
                    assertThat(narratives(root)).isSubsetOf(kept);
                }));
    }

    private static List<String> narratives(XmlElement root) {
        List<String> words = new ArrayList<>();
        root.walk(element -> {
            if (element.name().equals("section")) {
                StringBuilder text = new StringBuilder();
                element.children("text").forEach(narrative -> append(narrative, text));
                words.addAll(Words.of(text.toString()));
            }
        });
        return words;
    }

    private static void append(XmlElement element, StringBuilder out) {
        for (XmlNode node : element.content()) {
            switch (node) {
                case XmlText text -> out.append(text.text()).append(' ');
                case XmlElement below -> {
                    if (!STRUCTURE.contains(below.name())) {
                        append(below, out);
                    }
                }
            }
        }
    }

    private static Set<String> words(ClinicalItem item) {
        Set<String> words = new HashSet<>(Words.of(item.label()));
        words.addAll(Words.of(item.detail()));
        words.addAll(Words.of(item.severity()));
        if (item.onset() != null) {
            words.addAll(Words.of(item.onset().iso()));
            words.add("du");
        }
        if (item.end() != null) {
            words.addAll(Words.of(item.end().iso()));
            words.add("au");
        }
        if (item.value() instanceof Measure measure) {
            words.addAll(Words.of(measure.number().toPlainString()));
            words.addAll(Words.of(measure.unit()));
        }
        if (item.value() instanceof Answer answer) {
            words.add(answer.yes() ? "oui" : "non");
        }
        return words;
    }
}
