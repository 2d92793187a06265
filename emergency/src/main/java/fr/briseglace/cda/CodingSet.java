package fr.briseglace.cda;

import fr.briseglace.summary.Coding;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codings in the order they came, each system and code once. */
final class CodingSet {
    private record Key(String system, String code) {}

    private final Map<Key, Coding> codings = new LinkedHashMap<>();

    void add(Coding coding) {
        codings.putIfAbsent(new Key(coding.system(), coding.code()), coding);
    }

    void addAll(Collection<Coding> more) {
        more.forEach(this::add);
    }

    List<Coding> list() {
        return List.copyOf(codings.values());
    }
}
