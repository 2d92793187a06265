package fr.briseglace.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrugsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUMADINE 5mg, comprimé sécable | B01AA03",
                "PREVISCAN 20 mg | B01AA12",
                "ELIQUIS 5 mg, comprimé pelliculé | B01AF02",
                "Rivaroxaban Exemple 20 mg | B01AF01",
                "LOVENOX 4000 UI anti-Xa/0,4 mL | B01AB05",
                "HEPARINE SODIQUE 5000 UI/mL | B01AB01",
                "PLAVIX 75 mg | B01AC04",
                "KARDEGIC 75 mg, poudre | B01AC06",
                "ASPIRINE PROTECT 100 mg | B01AC06",
                "LANTUS SOLOSTAR 100 unités/mL | A10AE04",
                "HUMALOG MIX 25 | A10AD04",
                "HUMALOG 100 UI/mL | A10AB04",
                "SKENAN L.P. 10 mg | N02AA01",
                "MÉTHADONE EXEMPLE 5 mg | N07BC02",
                "SUBUTEX 8 mg | N07BC01",
                "PROGRAF 1 mg | L04AD02",
                "HUMIRA 40 mg | L04AB04",
                "IMUREL 50 mg | L04AX01"
            })
    void aCodedBrandOrInternationalNameHasItsClass(String display, String atc) {
        ClinicalItem item = Facts.item(SectionKind.TREATMENTS, "x", new Coding(Terminology.CIS, "60000001", display));
        assertThat(Drugs.classes(item)).containsExactly(atc);
    }

    @Test
    void namesInsideOtherNamesAndUncodedNamesAreNotAsked() {
        assertThat(Drugs.classes(Facts.item(
                        SectionKind.TREATMENTS, "x", new Coding(Terminology.CIS, "1", "Kit pour COUMADINE"))))
                .isEmpty();
        assertThat(Drugs.classes(Facts.item(SectionKind.TREATMENTS, "COUMADINE 5 mg")))
                .isEmpty();
        assertThat(Drugs.classes(Facts.item(
                        SectionKind.TREATMENTS, "x", new Coding(Terminology.CIS, "1", "ASPIRINE UPSA 500 mg"))))
                .isEmpty();
    }

    @Test
    void aStatedSubstanceIsBelievedBeforeAName() {
        ClinicalItem item = Facts.item(
                SectionKind.TREATMENTS,
                "x",
                new Coding(Terminology.CIS, "1", "PLAVIX 75 mg"),
                new Coding(Terminology.ATC, "C10AA05", "atorvastatine"));
        assertThat(Drugs.classes(item)).containsExactly("C10AA05");
    }
}
