package fr.briseglace.local.population.document;

/** A professional in a header: id, profession, name, place of work. */
final class SignatoryHeader {
    /** Authority of the national ids of professionals. */
    static final String PROFESSIONALS = "1.2.250.1.71.4.2.1";
    /** Authority of the identifiers of structures. */
    static final String STRUCTURES = "1.2.250.1.71.4.2.2";

    private SignatoryHeader() {}

    /** What an assigned author or entity holds. */
    static void professional(Page page, Signatory one) {
        Xml xml = page.xml();
        xml.leaf("id", "root", PROFESSIONALS, "extension", one.id());
        page.coded("code", one.profession());
        address(xml, one.place());
        xml.leaf("telecom", "nullFlavor", "NASK");
        xml.open("assignedPerson");
        name(xml, one);
        xml.close();
        xml.open("representedOrganization");
        organisation(xml, one.place());
        xml.leaf(
                "standardIndustryClassCode",
                "code",
                "AMBULATOIRE",
                "displayName",
                "Ambulatoire",
                "codeSystem",
                "1.2.250.1.213.1.1.4.9");
        xml.close();
    }

    /** Identifier, name and address of a place. */
    static void organisation(Xml xml, Signatory.Place place) {
        xml.leaf("id", "root", STRUCTURES, "extension", place.finess()).text("name", place.name());
        address(xml, place);
    }

    static void address(Xml xml, Signatory.Place place) {
        xml.open("addr").text("streetName", place.street());
        xml.text("postalCode", place.postalCode()).text("city", place.town()).close();
    }

    static void name(Xml xml, Signatory one) {
        xml.open("name")
                .text("given", one.given())
                .text("family", one.family())
                .text("suffix", "DR")
                .close();
    }
}
