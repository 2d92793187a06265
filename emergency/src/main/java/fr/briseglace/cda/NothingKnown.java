package fr.briseglace.cda;

import fr.briseglace.summary.Coding;
import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises the express statement that a section has nothing: by code, or in one of a few exact phrases. */
final class NothingKnown {
    /** All of a section. */
    private static final Set<String> WHOLE = Set.of(
            "no-known-allergies",
            "no-known-problems",
            "no-known-medications",
            "no-known-procedures",
            "no-known-immunizations",
            "no-known-devices",
            "02276797", // none, of the document's own kind
            "716186003", // no known allergy
            "160244002", // no known allergies
            "160245001", // no current problems or disability
            "787481004", // no known medications
            "787480003", // no known procedures
            "787482006", // no known immunizations
            "787483001", // no known device use
            "416128008", // no past history of procedure
            "443508001"); // no relevant past medical history

    /** Only a part of a section: shown as an item that says so, not as "none". */
    private static final Set<String> PART = Set.of(
            "no-known-medication-allergies",
            "no-known-environmental-allergies",
            "no-known-food-allergies",
            "409137002", // no known drug allergy
            "428197003", // no known insect allergy
            "1003774007", // no known latex allergy
            "429625007", // no known food allergy
            "428607008"); // no known environmental allergy

    /** Kinds without an agent: denied, they deny all of their section. */
    private static final Set<String> KINDS = Set.of(
            "419199007", // allergy to substance
            "106190000", // allergy
            "609328004", // allergic disposition
            "420134006", // propensity to adverse reaction
            "55607006", // problem
            "404684003", // clinical finding
            "64572001", // disease
            "ALG",
            "OINT");

    private static final String THING = "(allergies?|intolerances?|hypersensibilites?|allergies? intolerances?"
            + "|allergies? hypersensibilites?|allergies? (et|ou|ni) intolerances?|antecedents?( \\w+)?|traitements?( \\w+)?"
            + "|medicaments?|problemes?|pathologies?|dispositifs?( \\w+)?|implants?|vaccinations?|actes?|directives?"
            + "( anticipees?)?|alertes?|points? de vigilance|facteurs? de risques?( \\w+)?)";
    private static final String KNOWN =
            "( (connue?s?|identifiee?s?|declaree?s?|signalee?s?|retrouvee?s?|en cours|actifs?|"
                    + "actives?|a signaler|a ce jour))*( pendant le sejour)?";
    private static final Pattern PHRASE = Pattern.compile(
            "(aucune?|pas (de|d)|absence (de|d)|sans|ni) " + THING + KNOWN + "|neant|aucune?s?|rien a signaler|ras");

    private static final Pattern DENIAL =
            Pattern.compile("((le |la )?patient(e)? )?((ne? )?(en )?(a|presente|signale|rapporte|declare) )?"
                    + "(aucune?s?|pas|absence|sans|ni|non|neant|rien|ras)( .*)?");
    private static final Pattern BUT =
            Pattern.compile("(.* )?(sauf|hormis|excepte[es]?|exception|mais|toutefois|cependant|autres?|dehors)( .*)?");

    private static final Pattern SILENCE = Pattern.compile(
            "non renseignee?s?|sans objet|non disponibles?|informations? non disponibles?|pas d informations?( .*)?");

    private NothingKnown() {}

    /** Whether a code says that nothing is known, which is silence and never "none". */
    private static boolean unknown(List<Coding> codings) {
        return codings.stream()
                .anyMatch(coding ->
                        coding.code().startsWith("no-") && coding.code().endsWith("-info"));
    }

    /** Whether these are all the words of a section, and they say nothing. */
    static boolean silent(String words) {
        return words.length() < 120 && SILENCE.matcher(Words.fold(words)).matches();
    }

    /** Marks a fact whose codes say that there is none, or that nothing is known. */
    static void mark(XmlElement statement, boolean named, Draft draft) {
        List<Coding> said = new ArrayList<>(draft.codings.list());
        said.addAll(draft.answers.list());
        List<Coding> all = new ArrayList<>(said);
        all.addAll(draft.traits.list());
        boolean negated = statement.negated();
        if (unknown(all)) {
            draft.unknown = true;
        } else if (whole(all)) {
            draft.none = !negated;
        } else if (part(all)) {
            draft.status = ItemStatus.ABSENT;
        } else if (negated && !named && general(said.isEmpty() ? draft.traits.list() : said)) {
            draft.none = true;
        }
    }

    /** Whether a code says that a whole section has nothing. */
    private static boolean whole(List<Coding> codings) {
        return codings.stream().anyMatch(coding -> WHOLE.contains(coding.code()));
    }

    /** Whether a code says that a part of a section has nothing. */
    private static boolean part(List<Coding> codings) {
        return codings.stream().anyMatch(coding -> PART.contains(coding.code()));
    }

    /** Whether a code is so general that its denial denies a whole section. */
    private static boolean general(List<Coding> codings) {
        return !codings.isEmpty() && codings.stream().allMatch(coding -> KINDS.contains(coding.code()));
    }

    /** Whether words begin by denying, as what is written beside a code that denies does. */
    static boolean denies(String words) {
        String folded = Words.fold(words);
        return DENIAL.matcher(folded).matches() && !BUT.matcher(folded).matches();
    }

    /** Whether these are all the words of a section, and they say that it has nothing. */
    static boolean says(String words) {
        return words.length() < 120 && PHRASE.matcher(Words.fold(words)).matches();
    }
}
