package fr.briseglace.gateway;

import static java.util.Map.entry;

import fr.briseglace.gateway.Problem.BodyError;
import fr.briseglace.gateway.Problem.Words;
import io.vertx.json.schema.OutputUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what is wrong with a body that the contract refuses: where, and in both languages, without quoting it. */
final class ContractFaults {
    private static final Words MISSING = new Words("ce membre est obligatoire", "this member is required");
    private static final Words UNKNOWN = new Words("membre inconnu", "unknown member");
    private static final Words FORM = new Words("la forme n'est pas celle du contrat", "not of the described form");
    private static final Words VALUE = new Words("la valeur n'est pas de la liste", "not one of the described values");
    private static final Words ONE = new Words("exactement un choix est attendu", "exactly one choice is expected");
    private static final Words LONG = new Words("trop long", "too long");
    private static final Words SHORT = new Words("trop court", "too short");
    private static final Words RANGE = new Words("hors des bornes", "out of range");
    private static final Words CHARACTERS = new Words("caractères non admis", "characters that are not allowed");

    /** Within a choice: that one way was not taken is no fault. */
    private static final Pattern ALTERNATIVE = Pattern.compile("/(oneOf|anyOf)/");

    private static final Map<String, Words> LEAVES = Map.ofEntries(
            entry("type", new Words("le type n'est pas celui du contrat", "not of the described type")),
            entry("enum", VALUE),
            entry("const", VALUE),
            entry("pattern", FORM),
            entry("format", FORM),
            entry("oneOf", ONE),
            entry("anyOf", FORM),
            entry("maxLength", LONG),
            entry("maxItems", LONG),
            entry("minLength", SHORT),
            entry("minimum", RANGE),
            entry("maximum", RANGE),
            entry("not", CHARACTERS));

    private ContractFaults() {}

    /** What is wrong, at least one fault, one a place. */
    static List<BodyError> of(OutputUnit refused) {
        Set<String> described = refused.getErrors().stream()
                .filter(unit -> keyword(unit).equals("properties"))
                .map(OutputUnit::getInstanceLocation)
                .collect(Collectors.toSet());
        Map<String, Words> faults = new LinkedHashMap<>();
        for (OutputUnit unit : refused.getErrors()) {
            if (ALTERNATIVE.matcher(unit.getKeywordLocation()).find()) {
                continue;
            }
            String pointer = unit.getInstanceLocation().substring(1);
            switch (keyword(unit)) {
                case "required" -> faults.putIfAbsent(pointer + '/' + missing(unit), MISSING);
                case "additionalProperties" -> {
                    // A described member that is wrong is reported as an undescribed one too.
                    if (!described.contains(unit.getInstanceLocation())) {
                        faults.putIfAbsent(pointer.substring(0, pointer.lastIndexOf('/')), UNKNOWN);
                    }
                }
                default -> {
                    Words words = LEAVES.get(keyword(unit));
                    if (words != null) {
                        faults.putIfAbsent(pointer, words);
                    }
                }
            }
        }
        return faults.isEmpty()
                ? List.of(form(""))
                : faults.entrySet().stream()
                        .map(fault -> new BodyError(fault.getKey(), fault.getValue()))
                        .toList();
    }

    /** A value at a place that is not of the described form. */
    static BodyError form(String pointer) {
        return new BodyError(pointer, FORM);
    }

    private static String keyword(OutputUnit unit) {
        return unit.getKeywordLocation().substring(unit.getKeywordLocation().lastIndexOf('/') + 1);
    }

    /** The name of a member that the schema asks for; it stands in the message alone, between quotes. */
    private static String missing(OutputUnit unit) {
        String message = unit.getError();
        return message.substring(message.indexOf('"') + 1, message.lastIndexOf('"'));
    }
}
