package fr.briseglace.local.population.health;

import fr.briseglace.identity.Sex;
import java.util.List;

/**
 * A disease that is over, with the act that ended it.
 *
 * @param code the disease in CIM-10
 * @param sexes {@code F}, {@code M} or both
 * @param youngest least age of those who may have had it
 * @param act CCAM code of the act, empty for none
 * @param actLabel label of the act
 * @param implant the device it left, as a word of {@link Implants}; empty for none
 */
record PastEvent(Code code, String sexes, int youngest, String act, String actLabel, String implant) {
    private static final List<PastEvent> ALL = Table.of(
            """
            K35.8 | Appendicite aiguë, autre et sans précision | FM | 8 | HHFA001 \
                | Appendicectomie, par abord de la fosse iliaque
            K80.2 | Calcul de la vésicule biliaire sans cholécystite | FM | 30 | HMFC004 \
                | Cholécystectomie, par cœlioscopie
            S72.0 | Fracture du col du fémur | FM | 70 | NEKA020 \
                | Remplacement de l'articulation coxofémorale par prothèse totale | hanche
            M17.1 | Gonarthrose primaire, unilatérale | FM | 62 | NFKA007 \
                | Remplacement du genou par prothèse tricompartimentaire | genou
            H26.9 | Cataracte, sans précision | FM | 65 | BFGA004 \
                | Extraction du cristallin avec implantation de cristallin artificiel
            O82.9 | Accouchement par césarienne, sans précision | F | 24 | JQGA002 \
                | Accouchement par césarienne programmée
            J18.9 | Pneumopathie, sans précision | FM | 2
            N20.0 | Calcul du rein | FM | 25
            B02.9 | Zona, sans complication | FM | 45
            S52.5 | Fracture de l'extrémité inférieure du radius | FM | 7
            U07.1 | COVID-19, virus identifié | FM | 3
            J35.0 | Amygdalite chronique | FM | 5
            A09.9 | Gastroentérite et colite d'origine non précisée | FM | 1
            """,
            row -> new PastEvent(
                    Code.cim10(row.text(0), row.text(1)),
                    row.text(2),
                    row.number(3),
                    row.text(4),
                    row.text(5),
                    row.text(6)));

    /** Those a person of that age and sex may have behind them. */
    static List<PastEvent> open(int age, Sex sex) {
        return ALL.stream()
                .filter(one -> age >= one.youngest && one.sexes.contains(sex.name()))
                .toList();
    }
}
