package fr.briseglace.identity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an INS datamatrix says: the identifier, and the traits printed with it.
 *
 * @param ins identifier
 * @param givenNames given names at birth, in order; empty where left out
 * @param birthName family name at birth; null where left out
 * @param sex null where left out
 * @param birthDate null where left out
 * @param birthPlace INSEE code; null where left out
 */
public record InsDatamatrix(
        Ins ins,
        List<String> givenNames,
        @Nullable String birthName,
        @Nullable Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable String birthPlace)
        implements DatamatrixReading {
    /** Copies the list. */
    public InsDatamatrix {
        givenNames = List.copyOf(givenNames);
    }

    /**
     * Reads the content of a symbol, as a scanner gives it.
     *
     * @return the content, or the fault of its identifier, or {@link InsFault#DATAMATRIX} for anything else
     */
    public static DatamatrixReading read(String content) {
        return DatamatrixReader.read(content);
    }

    /** The traits, to compare with those of a record; null where the symbol leaves one of them out. */
    public @Nullable Traits traits() {
        if (birthName == null || birthDate == null || givenNames.isEmpty()) {
            return null;
        }
        return new Traits(birthName, null, givenNames.get(0), birthDate, sex, birthPlace);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "InsDatamatrix[…]";
    }
}
