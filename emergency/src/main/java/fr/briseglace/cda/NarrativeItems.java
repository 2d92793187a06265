package fr.briseglace.cda;

import fr.briseglace.summary.Answer;
import fr.briseglace.summary.ClinicalDate;
import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that nothing written is lost: what a block says beyond the facts that point at it goes to their detail, and
 * a block that no fact covers becomes a fact of its own, without code.
 */
final class NarrativeItems {
    /** Facts compared with a block that nothing points at. */
    private static final int CANDIDATES = 16;

    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    static final Set<String> YES_OR_NO = Set.of("oui", "non");

    private static final Set<String> UNKNOWN = Set.of("inconnu", "inconnue", "nc", "nsp");

    /** Headings of cells that say what sort of thing a row is about, when, or how it stands, beside what it is about. */
    private static final Pattern SORT =
            Pattern.compile("type de? .*|type d .*|(date|code|lien|statut|periode|duree)s?( .*)?");

    /** Words of column headings that say nothing of their own. */
    private static final Set<String> PLAIN = Set.of(("date dates type types duree periode code libelle medicament"
                    + " medicaments traitement traitements vaccin vaccins probleme problemes pathologie pathologies"
                    + " antecedent antecedents acte actes agent agents allergie allergies allergene allergenes signe signes"
                    + " directive directives examen examens lien liens observation observations document documents"
                    + " dispositif dispositifs demande demandes statut maladie maladies categorie nom noms"
                    + " specialite dc dci description debut fin cours de du des d l la le les et ou a en s")
            .split(" "));

    /** Words that a heading begins with whatever else it says, where it only says what sort of cell stands below. */
    private static final Set<String> FIRST =
            Set.of("date", "dates", "periode", "duree", "lien", "signe", "type", "code");

    private final SectionKind section;
    private final String sectionCode;
    private final String title;
    private final Set<String> titleWords;
    private final @Nullable String told;
    private final Work work;
    private final List<Draft> drafts;
    private final int entries;
    private final Map<String, List<Draft>> byReference = new HashMap<>();
    private final Map<String, Set<Draft>> byWord = new HashMap<>();
    private final Map<Draft, String> said = new HashMap<>();

    NarrativeItems(
            SectionKind section,
            String sectionCode,
            @Nullable String title,
            boolean titled,
            Work work,
            List<Draft> facts) {
        this.title = title == null ? "" : Words.fold(title);
        titleWords = Set.copyOf(Words.of(title));
        told = titled ? title : null;
        this.section = section;
        this.sectionCode = sectionCode;
        this.work = work;
        drafts = new ArrayList<>(facts);
        entries = facts.size();
        for (Draft draft : facts) {
            draft.references.forEach(id ->
                    byReference.computeIfAbsent(id, key -> new ArrayList<>()).add(draft));
            for (String word : Words.of(said(draft))) {
                byWord.computeIfAbsent(word, key -> new LinkedHashSet<>()).add(draft);
            }
        }
    }

    /** The facts of the entries completed by the blocks, and after them the facts that are only written. */
    List<Draft> complete(List<Block> blocks) {
        boolean single =
                drafts.size() == 1 && blocks.size() == 1 && !blocks.getFirst().tabular();
        boolean nothing = drafts.stream().anyMatch(NarrativeItems::nothing);
        for (Block block : blocks) {
            String words = nothing ? Words.fold(block.words()) : "";
            work.spend(words.length());
            boolean denies = nothing && (NothingKnown.denies(words) || NothingKnown.silent(words));
            Set<Draft> pointing = single ? new LinkedHashSet<>(drafts) : pointing(block);
            if (entries == 1 && drafts.getFirst().none) {
                pointing.add(drafts.getFirst());
            }
            // What is written beside a statement that there is nothing says the same, or is a fact of its own.
            pointing.removeIf(draft -> nothing(draft) && !denies && !says(draft, words));
            if (block.cells().isEmpty()) {
                Draft heading = written(List.of(new Cell("", false, String.valueOf(block.heading()))));
                heading.detail("Intitulé sans contenu dans le document");
                drafts.add(heading);
            } else if (!pointing.isEmpty()) {
                pointing.forEach(draft -> attach(block, draft));
            } else if (!covered(block)) {
                Draft draft = written(block.cells());
                rubric(block, draft);
                work.spend(title.length());
                if (told != null && !says(draft, title)) {
                    draft.detail("Rubrique : " + told);
                }
                drafts.add(draft);
            }
        }
        return drafts;
    }

    private static boolean nothing(Draft draft) {
        return draft.none || draft.unknown;
    }

    private Set<Draft> pointing(Block block) {
        Set<Draft> found = new LinkedHashSet<>();
        for (String id : block.ids()) {
            List<Draft> pointing = byReference.getOrDefault(id, List.of());
            work.spend(pointing.size());
            found.addAll(pointing);
        }
        return found;
    }

    private String said(Draft draft) {
        return said.computeIfAbsent(draft, Draft::said);
    }

    private boolean says(Draft draft, String folded) {
        String words = said(draft);
        work.spend(words.length());
        return folded.isEmpty() || words.contains(" " + folded + " ");
    }

    private void attach(Block block, Draft draft) {
        long answers = block.cells().stream()
                .filter(cell -> YES_OR_NO.contains(cell.folded()))
                .count();
        if (draft.hollow()) {
            Cell name = name(block.cells(), draft.references.isEmpty());
            draft.label(name == null ? null : name.text());
            said.remove(draft);
        }
        boolean firstCell = true;
        for (Cell cell : block.cells()) {
            String folded = cell.folded();
            boolean answered = YES_OR_NO.contains(folded) && answers == 1 && agrees(draft, folded);
            boolean known = YES_OR_NO.contains(folded) ? answered : says(draft, folded);
            if (!known || (cell.headerCounts() && !says(draft, Words.fold(cell.header())))) {
                draft.details.remove(cell.text());
                draft.detail(cell.phrase());
            } else if (firstCell && telling(cell) && !says(draft, Words.fold(cell.header()))) {
                draft.detail("Rubrique : " + cell.header());
            }
            firstCell = false;
        }
        rubric(block, draft);
        said.remove(draft);
    }

    private boolean telling(Cell cell) {
        List<String> words = Words.of(cell.header());
        return !words.isEmpty()
                && !FIRST.contains(words.getFirst())
                && words.stream().anyMatch(word -> !PLAIN.contains(word) && !titleWords.contains(word));
    }

    private void rubric(Block block, Draft draft) {
        boolean told = block.heading() == null || Words.fold(block.heading()).equals(title);
        if (!told && !says(draft, Words.fold(String.valueOf(block.heading())))) {
            draft.detail("Rubrique : " + block.heading());
            said.remove(draft);
        }
    }

    private static boolean agrees(Draft draft, String yesOrNo) {
        return draft.value instanceof Answer answer && answer.yes() == yesOrNo.equals("oui");
    }

    private boolean covered(Block block) {
        Set<Draft> rarest = null;
        for (Cell cell : block.cells()) {
            for (String word : Words.of(cell.text())) {
                Set<Draft> having = byWord.get(word);
                if (having == null) {
                    return false;
                }
                if (rarest == null || having.size() < rarest.size()) {
                    rarest = having;
                }
            }
        }
        return rarest != null
                && rarest.stream().limit(CANDIDATES).anyMatch(draft -> block.cells().stream()
                        .allMatch(cell -> says(draft, cell.folded())));
    }

    private Draft written(List<Cell> cells) {
        Draft draft = new Draft(section, Set.of());
        Cell name = name(cells, true);
        if (name != null) {
            draft.label(name.headerCounts() ? name.phrase() : name.text());
            if (!name.headerCounts() && telling(name)) {
                draft.detail("Rubrique : " + name.header());
            }
        }
        for (Cell cell : cells) {
            if (!cell.equals(name)) {
                dates(cell, draft);
                draft.detail(cell.phrase());
            }
        }
        for (Cell cell : cells) {
            if (!cell.equals(name)) {
                draft.status(Statuses.written(Words.fold(cell.header()), cell.folded()));
            }
        }
        if (draft.status == null) {
            draft.status = Statuses.ofSection(section, sectionCode, false, draft.end != null);
        }
        return draft;
    }

    // What a row is about stands in its first cell that is neither a date, an answer nor what sort of thing it is.
    private static @Nullable Cell name(List<Cell> cells, boolean any) {
        List<Cell> names = cells.stream().filter(NarrativeItems::names).toList();
        for (Cell cell : names) {
            if (!SORT.matcher(Words.fold(cell.header())).matches()) {
                return cell;
            }
        }
        if (!names.isEmpty()) {
            return names.getFirst();
        }
        return any && !cells.isEmpty() ? cells.getFirst() : null;
    }

    private static boolean names(Cell cell) {
        String folded = cell.folded();
        boolean date = DATE.matcher(cell.text()).find() || YEAR.matcher(folded).matches();
        return !folded.isEmpty() && !date && !YES_OR_NO.contains(folded) && !UNKNOWN.contains(folded);
    }

    private static void dates(Cell cell, Draft draft) {
        if (draft.onset != null) {
            return;
        }
        Matcher matcher = DATE.matcher(cell.text());
        boolean ends = Words.fold(cell.header()).contains("fin");
        while (matcher.find()) {
            ClinicalDate date = CdaTime.date(matcher.group(3) + two(matcher.group(2)) + two(matcher.group(1)));
            if (draft.onset == null && !ends) {
                draft.onset = date;
            } else if (draft.end == null) {
                draft.end = date;
            }
        }
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
