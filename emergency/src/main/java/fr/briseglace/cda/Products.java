package fr.briseglace.cda;

import fr.briseglace.summary.Coding;
import fr.briseglace.summary.Terminology;
import fr.briseglace.summary.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads medicines and vaccines: names, codes, classes, ingredients, packages, lots. */
final class Products {
    private static final int COMPARED = 8;
    private static final String PRODUCT = "Produit : ";

    private final Values values;

    Products(Values values) {
        this.values = values;
    }

    /** The material a statement gives or hands out, null where there is none. */
    static @Nullable XmlElement of(XmlElement statement) {
        XmlElement holder = statement.child("consumable");
        if (holder == null) {
            holder = statement.child("product");
        }
        XmlElement product = holder == null ? null : holder.child("manufacturedProduct");
        if (product == null) {
            return null;
        }
        XmlElement material = product.child("manufacturedMaterial");
        return material == null ? product.child("manufacturedLabeledDrug") : material;
    }

    /** What the document calls it, else its name, else its code's wording; null where it is nameless. */
    @Nullable
    String name(XmlElement material) {
        XmlElement code = material.child("code");
        String original = code == null ? null : values.original(code);
        if (original == null && code != null) {
            original = code.children("translation").stream()
                    .map(values::original)
                    .filter(text -> text != null)
                    .findFirst()
                    .orElse(null);
        }
        if (original != null) {
            return original;
        }
        String name = People.name(material);
        return name == null && code != null ? values.display(code) : name;
    }

    /** Everything known of it in phrases; what its name already says is not said again. */
    List<String> phrases(XmlElement material) {
        List<String> found = new ArrayList<>();
        String name = name(material);
        add(found, name, null);
        XmlElement code = material.child("code");
        add(found, People.name(material), "Produit");
        for (Coding coding : Codes.all(code)) {
            add(found, coding.display(), Terminology.isAtc(coding) ? "Classe" : "Produit");
        }
        add(found, values.words(material.child("formCode")), "Forme");
        add(found, text(material, "lotNumberText"), "Lot");
        XmlElement expiry = material.child("expirationTime");
        add(found, expiry == null ? null : Values.french(expiry.attribute("value")), "Péremption");
        for (XmlElement kind : material.children("asSpecializedKind")) {
            XmlElement medicine = kind.child("generalizedMedicineClass");
            add(found, medicine == null ? null : values.wording(medicine.child("code")), "Classe");
        }
        material.children("ingredient").forEach(holder -> add(found, ingredient(holder), "Substance"));
        for (XmlElement content : material.children("asContent")) {
            XmlElement pack = content.child("containerPackagedMedicine");
            if (pack != null) {
                add(found, values.words(pack.child("formCode")), "Conditionnement");
                add(found, values.words(pack.child("capacityQuantity")), "Contenance");
            }
        }
        return withoutShorter(found);
    }

    // Of names that are each other's beginnings the longest says all.
    private static List<String> withoutShorter(List<String> phrases) {
        List<String> names = phrases.stream()
                .filter(phrase -> phrase.startsWith(PRODUCT))
                .limit(COMPARED)
                .toList();
        return phrases.stream()
                .filter(phrase -> names.stream().noneMatch(name -> !name.equals(phrase) && name.startsWith(phrase)))
                .toList();
    }

    private @Nullable String ingredient(XmlElement holder) {
        XmlElement substance = holder.child("ingredient");
        if (substance == null) {
            return null;
        }
        XmlElement code = substance.child("code");
        String name = values.wording(code);
        if (name == null) {
            name = People.name(substance);
        }
        XmlElement quantity = holder.child("quantity");
        String strength = quantity == null ? null : values.words(quantity);
        return name == null || strength == null ? name : name + " " + strength;
    }

    private static @Nullable String text(XmlElement material, String child) {
        XmlElement element = material.child(child);
        return element == null ? null : People.blankToNull(element.text());
    }

    private static void add(List<String> found, @Nullable String words, @Nullable String title) {
        if (words == null) {
            return;
        }
        String folded = Words.fold(words);
        if (found.stream().limit(COMPARED).noneMatch(said -> Words.fold(said).contains(folded))) {
            found.add(title == null ? words : title + " : " + words);
        }
    }

    /** Files its codes: those that name the medicine, and those of its class and ingredients. */
    static void codes(XmlElement material, Draft draft) {
        List<Coding> all = new ArrayList<>(Codes.all(material.child("code")));
        for (XmlElement kind : material.children("asSpecializedKind")) {
            XmlElement medicine = kind.child("generalizedMedicineClass");
            all.addAll(Codes.all(medicine == null ? null : medicine.child("code")));
        }
        for (XmlElement content : material.children("asContent")) {
            XmlElement pack = content.child("containerPackagedMedicine");
            all.addAll(Codes.all(pack == null ? null : pack.child("code")));
        }
        for (Coding coding : all) {
            (Terminology.namesMedicine(coding) ? draft.codings : draft.traits).add(coding);
        }
        for (XmlElement holder : material.children("ingredient")) {
            XmlElement substance = holder.child("ingredient");
            draft.traits.addAll(Codes.all(substance == null ? null : substance.child("code")));
        }
    }
}
