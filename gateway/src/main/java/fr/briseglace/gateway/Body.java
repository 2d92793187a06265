package fr.briseglace.gateway;

import fr.briseglace.gateway.Problem.BodyError;
import fr.briseglace.gateway.Problem.Words;
import fr.briseglace.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of a request's body, read member by member. Every fault is noted by its JSON pointer; what was not asked
 * for is a fault too. {@link #check} ends the reading.
 */
final class Body {
    private final Map<String, @Nullable Object> members;
    private final String pointer;
    private final List<BodyError> errors;
    private final Set<String> known = new HashSet<>();
    private final List<Body> parts = new ArrayList<>();

    private Body(Map<String, @Nullable Object> members, String pointer, List<BodyError> errors) {
        this.members = members;
        this.pointer = pointer;
        this.errors = errors;
    }

    /**
     * The object of a whole body.
     *
     * @throws ProblemException where it is no JSON object
     */
    static Body of(@Nullable Buffer bytes) {
        return new Body(object(bytes), "", new ArrayList<>());
    }

    /**
     * The members of a whole body.
     *
     * @throws ProblemException where it is no JSON object
     */
    static Map<String, @Nullable Object> object(@Nullable Buffer bytes) {
        Map<String, @Nullable Object> object = bytes == null ? null : StrictJson.object(bytes.getBytes());
        if (object == null) {
            throw new ProblemException(Problem.malformed(List.of(new BodyError(
                    "",
                    new Words("Le corps n'est pas un objet JSON strict.", "The body is not a strict JSON object.")))));
        }
        return object;
    }

    /** Whether the member is there at all. */
    boolean has(String name) {
        return members.containsKey(name);
    }

    /** A text that must be there; null where it is not, which is noted. */
    @Nullable
    String text(String name, int longest) {
        if (!members.containsKey(name)) {
            known.add(name);
            missing(name);
            return null;
        }
        return optionalText(name, longest);
    }

    /**
     * A text that may be absent; control characters never belong in one.
     *
     * @param longest in characters, which are Unicode code points
     */
    @Nullable
    String optionalText(String name, int longest) {
        known.add(name);
        if (!members.containsKey(name)) {
            return null;
        }
        if (!(members.get(name) instanceof String text)) {
            wrong(name, "un texte est attendu", "a text is expected");
            return null;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            wrong(name, "au plus " + longest + " caractères", "at most " + longest + " characters");
            return null;
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            wrong(name, "caractères de contrôle non admis", "control characters are not allowed");
            return null;
        }
        return text;
    }

    /** The content of a scanned symbol, which may be absent; its separators (GS, RS) are the only controls in it. */
    @Nullable
    String optionalSymbol(String name, int longest) {
        known.add(name);
        if (!members.containsKey(name)) {
            return null;
        }
        if (members.get(name) instanceof String symbol
                && symbol.codePointCount(0, symbol.length()) <= longest
                && symbol.chars().noneMatch(c -> Character.isISOControl(c) && c != '\u001D' && c != '\u001E')) {
            return symbol;
        }
        wrong(name, "le contenu d'un datamatrix est attendu", "the content of a datamatrix is expected");
        return null;
    }

    /** A truth value that may be absent. */
    @Nullable
    Boolean optionalFlag(String name) {
        known.add(name);
        if (!members.containsKey(name)) {
            return null;
        }
        if (members.get(name) instanceof Boolean flag) {
            return flag;
        }
        wrong(name, "true ou false est attendu", "true or false is expected");
        return null;
    }

    /** An object that may be absent. */
    @Nullable
    Body optionalObject(String name) {
        known.add(name);
        if (!members.containsKey(name)) {
            return null;
        }
        if (members.get(name) instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> inner = new LinkedHashMap<>();
            map.forEach((key, value) -> inner.put((String) key, value));
            Body part = new Body(inner, pointer + "/" + name, errors);
            parts.add(part);
            return part;
        }
        wrong(name, "un objet est attendu", "an object is expected");
        return null;
    }

    /** Notes that a member must be there. */
    void missing(String name) {
        errors.add(
                new BodyError(pointer + "/" + name, new Words("ce membre est obligatoire", "this member is required")));
    }

    /** Notes what is wrong with a member. */
    void wrong(String name, String french, String english) {
        errors.add(new BodyError(pointer + "/" + name, new Words(french, english)));
    }

    /**
     * Ends the reading.
     *
     * @throws ProblemException where anything was wrong, or was there without being asked for
     */
    void check() {
        noteUnknown();
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.malformed(errors));
        }
    }

    /** Names the object, not the member: an unknown name is the caller's text and is not echoed. */
    private void noteUnknown() {
        if (!known.containsAll(members.keySet())) {
            errors.add(new BodyError(pointer, new Words("membre inconnu", "unknown member")));
        }
        parts.forEach(Body::noteUnknown);
    }
}
