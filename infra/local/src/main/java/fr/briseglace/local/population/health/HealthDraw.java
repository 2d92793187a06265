package fr.briseglace.local.population.health;

import fr.briseglace.identity.Sex;
import fr.briseglace.local.population.chance.Dice;
import fr.briseglace.local.population.health.Health.Act;
import fr.briseglace.local.population.health.Health.Allergy;
import fr.briseglace.local.population.health.Health.Directive;
import fr.briseglace.local.population.health.Health.Dose;
import fr.briseglace.local.population.health.Health.Implant;
import fr.briseglace.local.population.health.Health.Problem;
import fr.briseglace.local.population.health.Health.Relative;
import fr.briseglace.local.population.health.Health.Treatment;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One drawing of somebody's health: diseases by age and sex, and all that follows from them. */
public final class HealthDraw {
    private static final int OLD = 75;
    private static final int MOST_DISEASES = 4;
    private static final int MOST_EVENTS = 2;
    private static final int MOST_DRUGS = 5;
    private static final List<Code> RELATIONS = List.of(
            new Code("MTH", "Mère", CodeSystem.ROLE_CODE),
            new Code("FTH", "Père", CodeSystem.ROLE_CODE),
            new Code("SIS", "Sœur", CodeSystem.ROLE_CODE),
            new Code("BRO", "Frère", CodeSystem.ROLE_CODE));
    private static final List<Code> INHERITED = List.of(
            Code.cim10("I21.9", "Infarctus aigu du myocarde, sans précision"),
            Code.cim10("C18.9", "Tumeur maligne du côlon, sans précision"),
            Code.cim10("E11.9", "Diabète sucré de type 2, sans complication"),
            Code.cim10("C50.9", "Tumeur maligne du sein, sans précision"),
            Code.cim10("I26.9", "Embolie pulmonaire, sans mention de cœur pulmonaire aigu"));
    private static final List<Code> AUTONOMY = List.of(
            Code.snomed("129062009", "capable de marcher seul"),
            Code.snomed("161898004", "chutes"),
            Code.snomed("397540003", "malvoyance"),
            Code.snomed("15188001", "perte auditive"));

    private final Dice dice;
    private final int age;
    private final LocalDate birth;
    private final LocalDate day;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Treatment> treatments = new ArrayList<>();
    private final List<Implant> implants = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();

    private HealthDraw(Dice dice, LocalDate birth, LocalDate day) {
        this.dice = dice;
        this.age = Period.between(birth, day).getYears();
        this.birth = birth;
        this.day = day;
    }

    /** Somebody born one day, as chance will have it until another. */
    public static Health of(Dice dice, LocalDate birth, Sex sex, LocalDate day) {
        HealthDraw draw = new HealthDraw(dice, birth, day);
        Condition.open(draw.age, sex).stream()
                .filter(one -> dice.permille(one.permille()))
                .limit(MOST_DISEASES)
                .forEach(draw::contract);
        PastEvent.open(draw.age, sex).stream()
                .filter(one -> dice.permille(90))
                .limit(MOST_EVENTS)
                .forEach(draw::overcome);
        draw.treatments.replaceAll(
                one -> dice.permille(60) ? one.stopped(one.since().plusDays(20)) : one);
        return draw.health(dice.permille(160) ? dice.pick(Allergen.ALL, dice.permille(250) ? 2 : 1) : List.of());
    }

    /** The patient everybody looks at first: anticoagulant, pacemaker, severe allergy to a drug. */
    public static Health example(Dice dice, LocalDate birth, Sex sex, LocalDate day) {
        HealthDraw draw = new HealthDraw(dice, birth, day);
        List.of("I48.9", "I44.2", "E11.9", "I10").forEach(cim10 -> draw.contract(Condition.of(cim10)));
        PastEvent.open(draw.age, sex).stream().limit(2).forEach(draw::overcome);
        return draw.health(List.of(Allergen.ALL.getFirst()));
    }

    /** Advance directives: resuscitation allowed or refused, and some of the rest. */
    public static List<Directive> directives(Dice dice, boolean resuscitation, LocalDate day) {
        LocalDate signed = day.minusDays(dice.between(30, 900));
        List<Directive> directives = new ArrayList<>();
        directives.add(new Directive(Directives.RESUSCITATION, resuscitation, signed));
        dice.pick(Directives.OTHERS, 3)
                .forEach(code -> directives.add(new Directive(code, resuscitation || dice.permille(300), signed)));
        return directives;
    }

    private void contract(Condition condition) {
        LocalDate since = past(age - condition.youngest());
        problems.add(new Problem(condition.code(), since, true));
        for (List<String> substances : condition.treatments()) {
            if (!substances.isEmpty()) {
                prescribe(Formulary.of(dice.pick(substances)), since, condition.code());
            }
        }
        if (!condition.implant().isEmpty()) {
            implants.add(new Implant(Implants.of(condition.implant()), since));
        }
    }

    private void overcome(PastEvent event) {
        LocalDate day = past(age - event.youngest());
        problems.add(new Problem(event.code(), day, false));
        if (!event.act().isEmpty()) {
            acts.add(new Act(new Code(event.act(), event.actLabel(), CodeSystem.CCAM), day, event.code()));
        }
        if (!event.implant().isEmpty()) {
            implants.add(new Implant(Implants.of(event.implant()), day));
        }
    }

    private void prescribe(Drug drug, LocalDate since, Code reason) {
        if (treatments.size() < MOST_DRUGS
                && treatments.stream().noneMatch(one -> one.drug().equals(drug))) {
            treatments.add(new Treatment(drug, since, null, reason));
        }
    }

    private Health health(List<Allergen> allergens) {
        List<Allergy> allergies = allergens.stream()
                .map(one -> new Allergy(one.kind(), one.agent(), one.reaction(), one.severity(), past(age)))
                .toList();
        LocalDate measured = ago(10, 400);
        return new Health(
                problems,
                treatments,
                allergies,
                allergies.isEmpty() && dice.permille(350),
                doses(),
                implants,
                acts,
                age >= OLD && dice.permille(80) ? directives(dice, dice.permille(500), day) : List.of(),
                null,
                Measures.habits(dice, age, measured),
                Measures.vitals(dice, age, measured),
                Measures.results(dice, measured),
                dice.permille(400) ? List.of(new Relative(dice.pick(RELATIONS), dice.pick(INHERITED))) : List.of(),
                age >= OLD ? dice.pick(AUTONOMY, 2) : List.of());
    }

    private List<Dose> doses() {
        List<Dose> doses = new ArrayList<>();
        for (Vaccine vaccine : Vaccine.ALL) {
            LocalDate given = birth.plusMonths(vaccine.ageInMonths()).plusDays(dice.between(0, 60));
            int rank = 1;
            boolean taken = dice.permille(750);
            while (taken && given.isBefore(day) && rank <= 3) {
                String lot = String.format(Locale.ROOT, "L%05d", dice.between(0, 99_999));
                doses.add(new Dose(vaccine.drug(), vaccine.target(), given, rank, lot));
                rank++;
                given = vaccine.booster() == 0 ? given.plusMonths(2) : given.plusYears(vaccine.booster());
            }
        }
        return doses;
    }

    private LocalDate past(int years) {
        return ago(20, Math.max(40, Math.min(years, 20) * 365));
    }

    /** So many days ago, and not before birth. */
    private LocalDate ago(int least, int most) {
        LocalDate drawn = day.minusDays(dice.between(least, most));
        return drawn.isBefore(birth) ? birth : drawn;
    }
}
