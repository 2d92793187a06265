package fr.briseglace.local.population;

import fr.briseglace.local.population.person.CivilRegister;
import fr.briseglace.local.population.person.Directory;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Patients who do not exist, each a function of the seed, the day and their index alone: a small population is the
 * beginning of a large one, and a large one is never held in memory.
 */
public final class Population {
    /** The largest population there is. */
    public static final int CAPACITY = CivilRegister.CAPACITY;

    private final int size;
    private final CivilRegister register;
    private final Directory directory;
    private final PatientDraw files;
    private final RecordDraw records;

    private Population(long seed, int size, LocalDate today, List<String> blockable) {
        this.size = size;
        this.register = new CivilRegister(seed, today);
        this.directory = Directory.of(seed);
        this.files = new PatientDraw(register, directory, blockable);
        this.records = new RecordDraw(seed, today);
    }

    /**
     * So many patients.
     *
     * @param seed what the population depends on
     * @param size how many, 0 to {@link #CAPACITY}
     * @param today the day on which ages and dates hold
     * @param blockable national ids of the professionals whom some patients blocked
     */
    public static Population of(long seed, int size, LocalDate today, List<String> blockable) {
        if (size < 0 || size > CAPACITY) {
            throw new IllegalArgumentException("a population has 0 to " + CAPACITY + " patients");
        }
        return new Population(seed, size, today, blockable);
    }

    /** All patients in order, made as they are asked for. */
    public Stream<SyntheticPatient> patients() {
        return IntStream.range(0, size).mapToObj(this::patient);
    }

    /** The patient of an index, of which those below {@link #CAPACITY} exist whatever the size. */
    public SyntheticPatient patient(int index) {
        PatientDraw.Patient patient = files.patient(index, situation(index));
        return new SyntheticPatient(patient.file(), records.documents(index, situation(index), patient));
    }

    /** The administrative side alone of the patient of an index, which costs little. */
    public PatientFile file(int index) {
        return files.patient(index, situation(index)).file();
    }

    /** What is particular about the patient of an index. */
    public Situation situation(int index) {
        return Situation.at(register.seed(), index);
    }

    /** The first patient in a situation. */
    public SyntheticPatient firstWith(Situation situation) {
        return patient(situation.index());
    }

    /** The GPs, whom patients name by their national id. */
    public List<Practitioner> directory() {
        return directory.all();
    }
}
