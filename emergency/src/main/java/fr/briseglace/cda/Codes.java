package fr.briseglace.cda;

import fr.briseglace.summary.Coding;
import fr.briseglace.summary.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads coded values: the code, its translations, and theirs. */
final class Codes {
    private Codes() {}

    /** The element's own code, null where it has none (a null flavour, or only a wording). */
    static @Nullable Coding own(@Nullable XmlElement element) {
        String code = element == null ? null : element.attribute("code");
        if (element == null || code == null) {
            return null;
        }
        String system = element.attribute("codeSystem");
        if (system == null) {
            system = element.attribute("codeSystemName");
        }
        String display = element.attribute("displayName");
        return new Coding(system == null ? "unknown" : system, code, display == null ? null : Words.squeeze(display));
    }

    /** The own code and all translations below it, in order, each once. */
    static List<Coding> all(@Nullable XmlElement element) {
        CodingSet found = new CodingSet();
        collect(element, found);
        return found.list();
    }

    private static void collect(@Nullable XmlElement element, CodingSet found) {
        if (element == null) {
            return;
        }
        Coding own = own(element);
        if (own != null) {
            found.add(own);
        }
        for (XmlElement translation : element.children("translation")) {
            collect(translation, found);
        }
    }

    /** Whether the element's own code is this one, whatever its system. */
    static boolean is(@Nullable XmlElement element, String code) {
        return element != null && element.is("code", code);
    }
}
