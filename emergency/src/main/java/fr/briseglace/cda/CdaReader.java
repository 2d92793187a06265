package fr.briseglace.cda;

import fr.briseglace.summary.ClinicalItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a clinical document (HL7 CDA R2 as profiled by the French CI-SIS) into its header and its facts, by mechanism:
 * sections by code at any depth, entries by class and template, and whatever is only written as written. Nothing in a
 * document can make it fetch, hang or throw.
 */
public final class CdaReader {
    private CdaReader() {}

    /** Reads a document; a fault names its kind and never quotes the document. */
    public static CdaReading read(byte[] xml) {
        return read(xml, XmlBounds.DEFAULT, Work.DEFAULT);
    }

    static CdaReading read(byte[] xml, XmlBounds bounds, long characters) {
        try {
            XmlElement document = SafeXml.read(xml, bounds);
            return document(document, bounds, new Work(characters));
        } catch (XmlFault found) {
            return found.fault();
        } catch (Work.Exhausted spent) {
            return CdaFault.TOO_MUCH_WORK;
        }
    }

    private static CdaDocument document(XmlElement document, XmlBounds bounds, Work work) throws XmlFault {
        DocumentHeader header = HeaderReader.read(document);
        XmlElement structured = document.path("component", "structuredBody");
        XmlElement unstructured = document.path("component", "nonXMLBody");
        List<ClinicalItem> items = new ArrayList<>(ContactItems.of(document, header));
        if (structured != null) {
            items.addAll(new SectionReader(header.type().code(), work).read(structured));
            return new CdaDocument(header, items, null);
        }
        if (unstructured == null) {
            throw new XmlFault(CdaFault.NO_BODY);
        }
        return new CdaDocument(header, items, BodyReader.read(unstructured, bounds));
    }
}
