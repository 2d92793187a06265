package fr.briseglace.cda;

import fr.briseglace.summary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The readable text of a section: its blocks in order, and what its identifiers stand for. */
final class Narrative {
    private final List<Block> blocks;
    private final Map<String, XmlElement> byId;
    private final Map<String, String> resolved = new HashMap<>();
    private final Work work;

    private Narrative(List<Block> blocks, Map<String, XmlElement> byId, Work work) {
        this.blocks = blocks;
        this.byId = byId;
        this.work = work;
    }

    static Narrative of(@Nullable XmlElement text, Work work) {
        if (text == null) {
            return new Narrative(List.of(), Map.of(), work);
        }
        Map<String, XmlElement> byId = new HashMap<>();
        // Of duplicates the first counts, as in a browser.
        text.walk(element -> {
            String id = element.attribute("ID");
            if (id != null) {
                byId.putIfAbsent(id, element);
            }
        });
        return new Narrative(new BlockReader(work).read(text), byId, work);
    }

    Work work() {
        return work;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** The words a reference ({@code #id}, or {@code id} as some write it) stands for; null where it leads nowhere. */
    @Nullable
    String resolve(@Nullable XmlElement reference) {
        String id = id(reference);
        XmlElement target = id == null ? null : byId.get(id);
        if (id == null || target == null) {
            return null;
        }
        String text = resolved.computeIfAbsent(id, key -> {
            String found = target.text();
            work.spend(found.length());
            return found;
        });
        work.spend(text.length());
        return text.isEmpty() || text.equals("-") ? null : text;
    }

    /** The identifier a reference names, null where it names none. */
    static @Nullable String id(@Nullable XmlElement reference) {
        String value = reference == null ? null : reference.attribute("value");
        if (value == null) {
            return null;
        }
        String id = value.startsWith("#") ? value.substring(1) : value;
        return id.isEmpty() ? null : id;
    }

    /** All identifiers that a statement and what is below it refer to. */
    static Set<String> references(XmlElement statement) {
        Set<String> ids = new LinkedHashSet<>();
        statement.walk(element -> {
            if (element.name().equals("reference")) {
                String id = id(element);
                if (id != null) {
                    ids.add(id);
                }
            }
        });
        return ids;
    }

    /** All words, blocks in order. */
    String words() {
        List<String> all = new ArrayList<>();
        for (Block block : blocks) {
            if (block.heading() != null && block.cells().isEmpty()) {
                all.add(block.heading());
            }
            block.cells().forEach(cell -> all.add(cell.headerCounts() ? cell.phrase() : cell.text()));
        }
        return Words.squeeze(String.join(" ", all));
    }
}
