package fr.briseglace.local.population.health;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The drugs our patients take. */
final class Formulary {
    private static final List<Drug> ALL = read("""
            ELIQUIS 5 mg, comprimé pelliculé | apixaban | B01AF02 | 1 comprimé matin et soir
            XARELTO 20 mg, comprimé pelliculé | rivaroxaban | B01AF01 | 1 comprimé le soir au cours du repas
            PRADAXA 150 mg, gélule | dabigatran etexilate | B01AE07 | 1 gélule matin et soir
            COUMADINE 5 mg, comprimé sécable | warfarine | B01AA03 | selon l'INR, le soir
            PREVISCAN 20 mg, comprimé quadrisécable | fluindione | B01AA12 | trois quarts de comprimé le soir
            LOVENOX 4 000 UI anti-Xa/0,4 ml, solution injectable | énoxaparine | B01AB05 | 1 injection par jour
            KARDEGIC 75 mg, poudre pour solution buvable | acide acétylsalicylique | B01AC06 | 1 sachet le midi
            PLAVIX 75 mg, comprimé pelliculé | clopidogrel | B01AC04 | 1 comprimé le matin
            BRILIQUE 90 mg, comprimé pelliculé | ticagrélor | B01AC24 | 1 comprimé matin et soir
            LANTUS 100 unités/ml, solution injectable en stylo | insuline glargine | A10AE04 | 18 unités au coucher
            NOVORAPID FLEXPEN 100 unités/ml, solution injectable | insuline asparte | A10AB05 \
                | aux repas, selon la glycémie
            GLUCOPHAGE 1 000 mg, comprimé pelliculé | metformine | A10BA02 | 1 comprimé matin et soir
            SKENAN L.P. 30 mg, microgranules en gélule | morphine | N02AA01 | 1 gélule toutes les douze heures
            DUROGESIC 25 microgrammes/heure, dispositif transdermique | fentanyl | N02AB03 \
                | 1 dispositif tous les trois jours
            TOPALGIC L.P. 100 mg, comprimé | tramadol | N02AX02 | 1 comprimé matin et soir
            SUBUTEX 8 mg, comprimé sublingual | buprénorphine | N07BC01 | 1 comprimé le matin sous la langue
            METHADONE AP-HP 40 mg, gélule | méthadone | N07BC02 | 1 gélule le matin
            PROGRAF 1 mg, gélule | tacrolimus | L04AD02 | 2 gélules matin et soir
            IMUREL 50 mg, comprimé pelliculé | azathioprine | L04AX01 | 2 comprimés par jour
            HUMIRA 40 mg, solution injectable en stylo | adalimumab | L04AB04 | 1 injection tous les quinze jours
            CELLCEPT 500 mg, comprimé pelliculé | mycophénolate mofétil | L04AA06 | 2 comprimés matin et soir
            METOJECT 15 mg, solution injectable en stylo | méthotrexate | L04AX03 | 1 injection par semaine, le lundi
            CARDENSIEL 2,5 mg, comprimé pelliculé | bisoprolol | C07AB07 | 1 comprimé le matin
            AMLOR 5 mg, gélule | amlodipine | C08CA01 | 1 gélule le matin
            TRIATEC 5 mg, comprimé | ramipril | C09AA05 | 1 comprimé le soir
            LASILIX 40 mg, comprimé sécable | furosémide | C03CA01 | 1 comprimé le matin
            TAHOR 20 mg, comprimé pelliculé | atorvastatine | C10AA05 | 1 comprimé le soir
            LEVOTHYROX 75 microgrammes, comprimé sécable | lévothyroxine | H03AA01 | 1 comprimé le matin à jeun
            MOPRAL 20 mg, gélule gastro-résistante | oméprazole | A02BC01 | 1 gélule le soir
            DOLIPRANE 1 000 mg, comprimé | paracétamol | N02BE01 | 1 comprimé trois fois par jour si douleur
            VENTOLINE 100 microgrammes/dose, suspension pour inhalation | salbutamol | R03AC02 \
                | 2 bouffées en cas de gêne
            SPIRIVA 18 microgrammes, poudre pour inhalation | tiotropium | R03BB04 | 1 inhalation le matin
            DEPAKINE CHRONO 500 mg, comprimé pelliculé sécable | valproate de sodium | N03AG01 \
                | 1 comprimé matin et soir
            KEPPRA 500 mg, comprimé pelliculé | lévétiracétam | N03AX14 | 1 comprimé matin et soir
            ZOLOFT 50 mg, gélule | sertraline | N06AB06 | 1 gélule le matin
            MODOPAR 125, gélule | lévodopa, bensérazide | N04BA02 | 1 gélule quatre fois par jour
            ARICEPT 10 mg, comprimé pelliculé | donépézil | N06DA02 | 1 comprimé le soir
            ADVATE 1 000 UI, poudre et solvant | facteur VIII | B02BD02 | 1 injection trois fois par semaine
            XALATAN 0,005 pour cent, collyre | latanoprost | S01EE01 | 1 goutte dans chaque œil le soir
            RITALINE L.P. 20 mg, gélule | méthylphénidate | N06BA04 | 1 gélule le matin, jours d'école
            ZYRTEC 10 mg, comprimé pelliculé | cétirizine | R06AE07 | 1 comprimé le soir en saison
            JOSIR L.P. 0,4 mg, gélule | tamsulosine | G04CA02 | 1 gélule après le petit-déjeuner
            ARIMIDEX 1 mg, comprimé pelliculé | anastrozole | L02BG03 | 1 comprimé par jour
            ARANESP 40 microgrammes, solution injectable | darbépoétine alfa | B03XA02 \
                | 1 injection par semaine en dialyse
            """);

    private static final Map<String, Drug> BY_SUBSTANCE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Drug::substance, Function.identity()));

    private Formulary() {}

    /** The drug of a substance. */
    static Drug of(String substance) {
        Drug drug = BY_SUBSTANCE.get(substance);
        if (drug == null) {
            throw new IllegalArgumentException("not in the formulary: " + substance);
        }
        return drug;
    }

    private static List<Drug> read(String table) {
        AtomicInteger number = new AtomicInteger();
        return Table.of(
                table, row -> new Drug(number.incrementAndGet(), row.text(0), row.text(1), row.text(2), row.text(3)));
    }
}
