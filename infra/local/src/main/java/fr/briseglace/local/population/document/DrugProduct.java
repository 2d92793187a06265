package fr.briseglace.local.population.document;

import fr.briseglace.local.population.health.Drug;

/** A drug as the product of an entry: speciality, pack, sometimes class. */
final class DrugProduct {
    private DrugProduct() {}

    /** A drug that is taken: coded by speciality and pack. */
    static void consumable(Page page, Drug drug, String reference) {
        page.xml().open("consumable");
        manufactured(page, drug, reference, "");
        page.xml().close();
    }

    /** A vaccine: coded by speciality and class, with its lot. */
    static void vaccine(Page page, Drug vaccine, String reference, String lot) {
        page.xml().open("consumable", "typeCode", "CSM");
        manufactured(page, vaccine, reference, lot);
        page.xml().close();
    }

    /** A drug that a pharmacy gave. */
    static void product(Page page, Drug drug, String reference) {
        page.xml().open("product");
        manufactured(page, drug, reference, "");
        page.xml().close();
    }

    private static void manufactured(Page page, Drug drug, String reference, String lot) {
        Xml xml = page.xml();
        xml.open("manufacturedProduct", "classCode", "MANU");
        page.templates("2.16.840.1.113883.10.20.1.53", "1.3.6.1.4.1.19376.1.5.3.1.4.7.2", "1.2.250.1.213.1.1.3.43");
        xml.open("manufacturedMaterial", "classCode", "MMAT", "determinerCode", "KIND");
        xml.open(
                "code",
                "code",
                drug.cis().code(),
                "displayName",
                drug.brand(),
                "codeSystem",
                drug.cis().system().oid(),
                "codeSystemName",
                drug.cis().system().label());
        page.originalText(reference);
        // A vaccine always carries its class in the field; a drug does in some software and not in other.
        if (!lot.isEmpty() || page.dice().permille(500)) {
            page.coded("translation", drug.atcCode());
        }
        page.coded("translation", drug.cip());
        xml.close();
        xml.text("name", drug.brand());
        if (!lot.isEmpty()) {
            xml.text("lotNumberText", lot);
        }
        xml.close().close();
    }
}
