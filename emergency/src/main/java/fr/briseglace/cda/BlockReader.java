package fr.briseglace.cda;

import fr.briseglace.summary.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts the readable text of a section into blocks, keeping headings with what stands under them. */
final class BlockReader {
    private static final Pattern STYLED = Pattern.compile("bold|emphasis|italic|underline");

    private final Work work;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final Set<String> lineIds = new HashSet<>();
    private boolean plain;
    private @Nullable String heading;
    private boolean headingUsed = true;

    BlockReader(Work work) {
        this.work = work;
    }

    List<Block> read(XmlElement text) {
        children(text);
        endRun();
        endHeading();
        if (blocks.size() == 1 && blocks.getFirst().cells().isEmpty()) {
            // A lone bold line heads nothing: it is what the section says.
            Block only = blocks.getFirst();
            return List.of(
                    new Block(List.of(new Cell("", false, String.valueOf(only.heading()))), only.ids(), null, false));
        }
        return blocks;
    }

    private void children(XmlElement parent) {
        for (XmlNode node : parent.content()) {
            switch (node) {
                case XmlText text -> words(text.text(), false);
                case XmlElement element -> element(element);
            }
        }
    }

    private void element(XmlElement element) {
        switch (element.name()) {
            case "br" -> endLine();
            case "paragraph", "item", "caption", "footnote" -> {
                endRun();
                note(element);
                children(element);
                endRun();
            }
            case "list", "section", "text", "div" -> {
                endRun();
                children(element);
                endRun();
            }
            case "table" -> {
                endRun();
                table(element);
            }
            default -> inline(element, false);
        }
    }

    private void inline(XmlElement element, boolean styled) {
        note(element);
        boolean here = styled || styles(element);
        for (XmlNode node : element.content()) {
            switch (node) {
                case XmlText text -> words(text.text(), here);
                case XmlElement below -> {
                    switch (below.name()) {
                        case "br" -> endLine();
                        case "table", "list", "paragraph" -> element(below);
                        default -> inline(below, here);
                    }
                }
            }
        }
    }

    private void note(XmlElement element) {
        String id = element.attribute("ID");
        if (id != null) {
            lineIds.add(id);
        }
    }

    private void words(String text, boolean styled) {
        work.spend(text.length());
        line.append(text);
        plain |= !styled && !text.isBlank();
    }

    private void endLine() {
        String text = Words.squeeze(line.toString());
        if (!text.isEmpty()) {
            lines.add(text);
        }
        line.setLength(0);
    }

    private void endRun() {
        endLine();
        if (!lines.isEmpty()) {
            String text = String.join(" / ", lines);
            if (text.endsWith(":") || (!plain && text.length() < 200)) {
                endHeading();
                heading = text.replaceFirst("\\s*:$", "");
                headingUsed = false;
            } else if (!text.equals("-")) {
                add(new Block(List.of(new Cell("", false, text)), lineIds, heading, false));
            }
        }
        lines.clear();
        lineIds.clear();
        plain = false;
    }

    private void table(XmlElement table) {
        XmlElement caption = table.child("caption");
        if (caption != null) {
            element(caption);
        }
        TableReader reader = new TableReader(table, work);
        if (reader.title() != null) {
            endHeading();
            heading = reader.title();
            headingUsed = false;
        }
        reader.rows().forEach(row -> add(new Block(row.cells(), row.ids(), under(row.group()), true)));
    }

    private @Nullable String under(@Nullable String group) {
        if (group == null || heading == null) {
            return group == null ? heading : group;
        }
        return heading + " / " + group;
    }

    /** Whether all words below are set apart by their style, as those of a heading are. */
    static boolean styled(XmlElement element) {
        boolean words = false;
        for (XmlNode node : element.content()) {
            if (node instanceof XmlText text && !text.text().isBlank()) {
                return false;
            }
            if (node instanceof XmlElement below && !below.text().isEmpty()) {
                if (!styles(below) && !styled(below)) {
                    return false;
                }
                words = true;
            }
        }
        return words;
    }

    private static boolean styles(XmlElement element) {
        String style = element.attribute("styleCode");
        return style != null && STYLED.matcher(style.toLowerCase(Locale.ROOT)).find();
    }

    private void add(Block block) {
        work.spend(block.heading() == null ? 0 : block.heading().length());
        headingUsed = true;
        blocks.add(block);
    }

    private void endHeading() {
        if (!headingUsed && heading != null) {
            blocks.add(new Block(List.of(), Set.of(), heading, false));
        }
        heading = null;
        headingUsed = true;
    }
}
