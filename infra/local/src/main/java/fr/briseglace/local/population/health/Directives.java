package fr.briseglace.local.population.health;

import java.util.List;

/** What somebody may allow or refuse in advance (the value set of advance directives). */
final class Directives {
    /** Cardiac and respiratory resuscitation. */
    static final Code RESUSCITATION = Code.loinc("75779-9", "Réanimation cardiaque et respiratoire");

    /** The others. */
    static final List<Code> OTHERS = List.of(
            Code.loinc("75789-8", "Maintien artificiel en vie"),
            Code.loinc("75787-2", "Assistance respiratoire"),
            Code.loinc("77352-3", "Alimentation et hydratation artificielles"),
            new Code("MED-295", "Dialyse rénale", CodeSystem.TA_ASIP),
            Code.snomed("387713003", "intervention chirurgicale"));

    private Directives() {}
}
