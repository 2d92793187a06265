package fr.briseglace.local.population.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of somebody's health, whoever writes it down.
 *
 * @param problems diseases, those that are over included
 * @param treatments drugs, those that were stopped included
 * @param allergies allergies; empty says nothing but where {@code noAllergy} holds
 * @param noAllergy whether it was asked and there is none
 * @param doses vaccinations
 * @param implants devices in the body
 * @param acts operations
 * @param directives advance directives
 * @param due expected day of birth of somebody pregnant, null for everybody else
 * @param habits way of life
 * @param vitals weight, height, pressure and pulse
 * @param results laboratory results
 * @param family diseases of relatives
 * @param autonomy how well somebody manages alone
 */
public record Health(
        List<Problem> problems,
        List<Treatment> treatments,
        List<Allergy> allergies,
        boolean noAllergy,
        List<Dose> doses,
        List<Implant> implants,
        List<Act> acts,
        List<Directive> directives,
        @Nullable LocalDate due,
        List<Measure> habits,
        List<Measure> vitals,
        List<Measure> results,
        List<Relative> family,
        List<Code> autonomy) {
    /** Copies the lists. */
    public Health {
        problems = List.copyOf(problems);
        treatments = List.copyOf(treatments);
        allergies = List.copyOf(allergies);
        doses = List.copyOf(doses);
        implants = List.copyOf(implants);
        acts = List.copyOf(acts);
        directives = List.copyOf(directives);
        habits = List.copyOf(habits);
        vitals = List.copyOf(vitals);
        results = List.copyOf(results);
        family = List.copyOf(family);
        autonomy = List.copyOf(autonomy);
    }

    /** Diseases that last, or those that are over. */
    public List<Problem> problems(boolean active) {
        return problems.stream().filter(one -> one.active() == active).toList();
    }

    /** Drugs that are still taken. */
    public List<Treatment> current() {
        return treatments.stream().filter(one -> one.until() == null).toList();
    }

    /** The same with other allergies; none at all means that there are none. */
    public Health withAllergies(List<Allergy> others) {
        return new Health(
                problems,
                treatments,
                others,
                others.isEmpty(),
                doses,
                implants,
                acts,
                directives,
                due,
                habits,
                vitals,
                results,
                family,
                autonomy);
    }

    /** The same with other directives. */
    public Health withDirectives(List<Directive> others) {
        return new Health(
                problems,
                treatments,
                allergies,
                noAllergy,
                doses,
                implants,
                acts,
                others,
                due,
                habits,
                vitals,
                results,
                family,
                autonomy);
    }

    /** The same, pregnant until about that day. */
    public Health pregnantUntil(LocalDate day) {
        return new Health(
                problems,
                treatments,
                allergies,
                noAllergy,
                doses,
                implants,
                acts,
                directives,
                day,
                habits,
                vitals,
                results,
                family,
                autonomy);
    }

    /** The same with all that is still taken stopped on a day. */
    public Health stopped(LocalDate day) {
        List<Treatment> ended = new ArrayList<>(treatments.size());
        treatments.forEach(one -> ended.add(one.until() == null ? one.stopped(day) : one));
        return new Health(
                problems,
                ended,
                allergies,
                noAllergy,
                doses,
                implants,
                acts,
                directives,
                due,
                habits,
                vitals,
                results,
                family,
                autonomy);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Health[…]";
    }

    /** A disease, since when, and whether it lasts. */
    public record Problem(Code code, LocalDate since, boolean active) {}

    /** A drug, since and until when, and for which disease; null where still taken or for no disease named. */
    public record Treatment(
            Drug drug,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable Code reason) {
        Treatment stopped(LocalDate day) {
            return new Treatment(drug, since, day, reason);
        }
    }

    /** An allergy: its kind, the substance, what happened, how bad it was, and when. */
    public record Allergy(Code kind, Code agent, Code reaction, Code severity, LocalDate since) {}

    /** A dose of a vaccine: what it protects from, when, of which rank and lot. */
    public record Dose(Drug vaccine, String target, LocalDate date, int rank, String lot) {}

    /** A device in the body since a day. */
    public record Implant(Code code, LocalDate since) {}

    /** An operation and the disease it was for. */
    public record Act(Code code, LocalDate date, Code reason) {}

    /** Something allowed or refused in advance. */
    public record Directive(Code code, boolean allowed, LocalDate date) {}

    /** Something measured: a number with its unit (UCUM), the day, and the usual range where there is one. */
    public record Measure(
            Code code,
            String value,
            String unit,
            LocalDate date,
            @Nullable String low,
            @Nullable String high) {}

    /** A relative and their disease. */
    public record Relative(Code relation, Code problem) {}
}
