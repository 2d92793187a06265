package fr.briseglace.local.population.health;

import fr.briseglace.identity.Sex;
import java.util.List;

/**
 * A lasting disease: whom it takes, how often, and what comes with it.
 *
 * @param code the disease in CIM-10
 * @param sexes {@code F}, {@code M} or both
 * @param youngest least age of those who may have it
 * @param oldest highest age of those who may have it
 * @param permille how many of those have it
 * @param treatments for each treatment the substances to choose from
 * @param implant the device it brings, as its first word in {@link Implants}; empty for none
 */
record Condition(
        Code code,
        String sexes,
        int youngest,
        int oldest,
        int permille,
        List<List<String>> treatments,
        String implant) {
    private static final List<Condition> ALL = Table.of(
            """
            I10 | Hypertension essentielle (primitive) | FM | 40 | 105 | 330 | amlodipine/ramipril
            I48.9 | Fibrillation auriculaire et flutter auriculaire, sans précision | FM | 60 | 105 | 110 \
                | apixaban/rivaroxaban/dabigatran etexilate/warfarine/fluindione | bisoprolol
            I25.1 | Cardiopathie artérioscléreuse | FM | 50 | 105 | 60 | acide acétylsalicylique | atorvastatine \
                | clopidogrel/ticagrélor | stent
            I50.9 | Insuffisance cardiaque, sans précision | FM | 65 | 105 | 70 | furosémide | bisoprolol
            I44.2 | Bloc auriculoventriculaire complet | FM | 65 | 105 | 25 | | | | stimulateur
            I47.2 | Tachycardie ventriculaire | FM | 45 | 90 | 6 | bisoprolol | | | défibrillateur
            I35.0 | Sténose (de la valvule) aortique | FM | 65 | 95 | 20 | warfarine/fluindione | | | valve
            I63.9 | Infarctus cérébral, sans précision | FM | 55 | 105 | 25 | clopidogrel/acide acétylsalicylique
            I80.2 | Phlébite et thrombophlébite d'autres vaisseaux profonds des membres inférieurs | FM | 25 | 95 \
                | 8 | rivaroxaban/apixaban/énoxaparine
            E11.9 | Diabète sucré de type 2, sans complication | FM | 45 | 105 | 90 | metformine
            E10.9 | Diabète sucré de type 1, sans complication | FM | 6 | 70 | 6 | insuline glargine | insuline asparte
            E78.0 | Hypercholestérolémie essentielle | FM | 45 | 95 | 120 | atorvastatine
            E03.9 | Hypothyroïdie, sans précision | F | 30 | 95 | 60 | lévothyroxine
            J45.9 | Asthme, sans précision | FM | 4 | 75 | 65 | salbutamol
            J44.9 | Maladie pulmonaire obstructive chronique, sans précision | FM | 50 | 95 | 45 | tiotropium \
                | salbutamol
            J30.1 | Rhinite allergique due au pollen | FM | 5 | 60 | 90 | cétirizine
            G40.9 | Épilepsie, sans précision | FM | 3 | 90 | 9 | lévétiracétam/valproate de sodium
            G20 | Maladie de Parkinson | FM | 62 | 100 | 12 | lévodopa, bensérazide
            G30.9 | Maladie d'Alzheimer, sans précision | FM | 74 | 105 | 50 | donépézil
            N18.5 | Maladie rénale chronique, stade 5 | FM | 35 | 90 | 5 | darbépoétine alfa
            Z99.2 | Dépendance envers une dialyse rénale | FM | 40 | 90 | 4
            Z22.3 | Sujet porteur d'autres maladies bactériennes précisées | FM | 30 | 100 | 5
            D66 | Carence héréditaire en facteur VIII | M | 0 | 70 | 2 | facteur VIII
            M06.9 | Polyarthrite rhumatoïde, sans précision | FM | 35 | 90 | 7 | méthotrexate/adalimumab
            K50.9 | Maladie de Crohn, sans précision | FM | 16 | 65 | 5 | azathioprine/adalimumab
            Z94.0 | Greffe de rein | FM | 20 | 75 | 3 | tacrolimus | mycophénolate mofétil
            F32.9 | Épisode dépressif, sans précision | FM | 20 | 90 | 60 | sertraline
            F11.2 | Troubles mentaux liés à l'utilisation d'opiacés, syndrome de dépendance | FM | 22 | 60 | 5 \
                | buprénorphine/méthadone
            C50.9 | Tumeur maligne du sein, sans précision | F | 45 | 90 | 15 | anastrozole
            C61 | Tumeur maligne de la prostate | M | 60 | 95 | 25 | morphine/fentanyl
            M17.9 | Gonarthrose, sans précision | FM | 60 | 100 | 90 | paracétamol
            M54.5 | Lombalgie basse | FM | 30 | 90 | 70 | tramadol/paracétamol
            K21.9 | Reflux gastro-œsophagien sans œsophagite | FM | 30 | 90 | 90 | oméprazole
            N40 | Hyperplasie de la prostate | M | 60 | 100 | 110 | tamsulosine
            H40.1 | Glaucome primitif à angle ouvert | FM | 60 | 100 | 35 | latanoprost
            F90.0 | Perturbation de l'activité et de l'attention | FM | 6 | 17 | 25 | méthylphénidate
            L20.9 | Dermatite atopique, sans précision | FM | 0 | 14 | 80
            """,
            row -> new Condition(
                    Code.cim10(row.text(0), row.text(1)),
                    row.text(2),
                    row.number(3),
                    row.number(4),
                    row.number(5),
                    List.of(row.choices(6), row.choices(7), row.choices(8)),
                    row.text(9)));

    /** Those a person of that age and sex may have. */
    static List<Condition> open(int age, Sex sex) {
        return ALL.stream()
                .filter(one -> age >= one.youngest && age <= one.oldest && one.sexes.contains(sex.name()))
                .toList();
    }

    /** The one of a CIM-10 code. */
    static Condition of(String cim10) {
        return ALL.stream()
                .filter(one -> one.code.code().equals(cim10))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such condition: " + cim10));
    }
}
