package fr.briseglace.cda;

import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.SectionKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sections of a structured body, at any depth, into items. */
final class SectionReader {
    private static final Set<SectionKind> OF_MANY_KINDS = EnumSet.of(
            SectionKind.RESULTS, SectionKind.CARE_PLAN, SectionKind.HOSPITALISATIONS, SectionKind.FUNCTIONAL_STATUS);

    private final String documentType;
    private final Work work;
    private final List<ClinicalItem> items = new ArrayList<>();

    SectionReader(String documentType, Work work) {
        this.documentType = documentType;
        this.work = work;
    }

    List<ClinicalItem> read(XmlElement body) {
        sections(body, null);
        return items;
    }

    private void sections(XmlElement holder, @Nullable SectionKind parent) {
        for (XmlElement component : holder.children("component")) {
            for (XmlElement section : component.children("section")) {
                SectionKind kind = SectionRouting.of(section, documentType, parent);
                section(section, kind);
                sections(section, kind);
            }
        }
    }

    private void section(XmlElement section, SectionKind kind) {
        XmlElement code = section.child("code");
        String sectionCode = code == null ? "" : String.valueOf(code.attribute("code"));
        Narrative narrative = Narrative.of(section.child("text"), work);
        EntryReader entries = new EntryReader(kind, sectionCode, narrative);
        List<Draft> facts = new ArrayList<>();
        for (XmlElement entry : section.children("entry")) {
            facts.addAll(entries.read(entry));
        }
        if (documentType.equals(SectionRouting.REIMBURSEMENTS) && kind != SectionKind.DISPENSATIONS) {
            facts.forEach(Draft::notDenied);
        }
        String title = title(section);
        String words = narrative.words();
        boolean silent = facts.stream().allMatch(fact -> fact.unknown);
        if (silent && (words.isEmpty() ? !facts.isEmpty() : NothingKnown.silent(words))) {
            return;
        }
        if (NothingKnown.says(words) && facts.stream().allMatch(fact -> fact.hollow() || fact.none)) {
            items.add(ClinicalItem.none(kind, words));
            return;
        }
        List<Draft> all = new NarrativeItems(kind, sectionCode, title, titled(section, kind), work, facts)
                .complete(narrative.blocks());
        for (Draft fact : all) {
            if (fact.unknown && all.size() > 1) {
                continue;
            }
            if (fact.hollow() && fact.kindOnly == null) {
                fact.kindOnly = title;
            }
            if (fact.hollow() && fact.details.isEmpty() && all.size() > 1) {
                continue;
            }
            ClinicalItem item = fact.item();
            if (item != null) {
                items.add(item);
            }
        }
        if (all.isEmpty() && section.attribute("nullFlavor") == null && isLeaf(section) && hasText(section)) {
            items.add(ClinicalItem.words(kind, String.valueOf(title), null));
        }
    }

    // Where what stands in a section is said by its title alone: in those of many kinds, and in those nobody knows.
    private boolean titled(XmlElement section, SectionKind kind) {
        return OF_MANY_KINDS.contains(kind) || !SectionRouting.knows(section, documentType);
    }

    // A section that is nothing but its title still says that.
    private static boolean isLeaf(XmlElement section) {
        return section.children("component").isEmpty();
    }

    private static boolean hasText(XmlElement section) {
        return title(section) != null && section.child("text") == null;
    }

    private static @Nullable String title(XmlElement section) {
        XmlElement title = section.child("title");
        String words = title == null ? null : People.blankToNull(title.text());
        XmlElement code = section.child("code");
        return words == null && code != null ? code.attribute("displayName") : words;
    }
}
