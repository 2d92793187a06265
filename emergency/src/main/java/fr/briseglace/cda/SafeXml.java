package fr.briseglace.cda;

import java.io.CharArrayReader;
import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML into elements within bounds: no document type, no entities but the five built in, nothing fetched. */
final class SafeXml {
    private static final String HL7 = "urn:hl7-org:v3";
    private static final String HL7_EXTENSION = "urn:hl7-org:sdtc";
    private static final String NEGATION = "negationInd";
    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    static XmlElement read(byte[] xml, XmlBounds bounds) throws XmlFault {
        if (xml.length > bounds.bytes()) {
            throw new XmlFault(CdaFault.TOO_LARGE);
        }
        CharBuffer text = Encodings.decode(xml);
        char[] chars = new char[text.length()];
        text.duplicate().get(chars);
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new CharArrayReader(chars));
            try {
                return read(reader, bounds);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException malformed) {
            // The JDK's scanner answers some malformed input with unchecked exceptions of its own.
            throw new XmlFault(CdaFault.NOT_XML);
        }
    }

    private static XmlElement read(XMLStreamReader reader, XmlBounds bounds) throws XMLStreamException, XmlFault {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        int events = 0;
        int elements = 0;
        int attributes = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (++events > bounds.events()) {
                throw new XmlFault(CdaFault.TOO_MUCH_WORK);
            }
            switch (event) {
                case XMLStreamConstants.DTD -> throw new XmlFault(CdaFault.DTD_FORBIDDEN);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XmlFault(CdaFault.NOT_XML);
                case XMLStreamConstants.START_ELEMENT -> {
                    attributes += reader.getAttributeCount();
                    if (++elements > bounds.elements() || attributes > bounds.attributes()) {
                        throw new XmlFault(CdaFault.TOO_MUCH_WORK);
                    }
                    if (open.size() >= bounds.depth()) {
                        throw new XmlFault(CdaFault.TOO_DEEP);
                    }
                    XmlElement element = element(reader);
                    if (root == null) {
                        root = rootOf(element, reader);
                    } else {
                        open.element().add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.element().add(new XmlText(reader.getText()));
                    }
                }
                default -> {}
            }
        }
        if (root == null) {
            throw new XmlFault(CdaFault.NOT_XML);
        }
        return root;
    }

    private static XmlElement rootOf(XmlElement element, XMLStreamReader reader) throws XmlFault {
        if (!element.name().equals("ClinicalDocument") || !HL7.equals(reader.getNamespaceURI())) {
            throw new XmlFault(CdaFault.NOT_CDA);
        }
        return element;
    }

    private static XmlElement element(XMLStreamReader reader) {
        Map<String, String> attributes = HashMap.newHashMap(reader.getAttributeCount());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            if (namespace == null || namespace.isEmpty()) {
                attributes.put(name, value);
            } else if (namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI) && name.equals("type")) {
                attributes.put(
                        "xsi:type", value.substring(value.indexOf(':') + 1).strip());
            } else if (namespace.equals(HL7_EXTENSION) && name.equals(NEGATION)) {
                attributes.put(name, value);
            }
        }
        return new XmlElement(reader.getLocalName(), attributes);
    }

    private static XMLInputFactory factory() {
        // The JDK's own parser, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // The parser's own bound on depth differs between releases of the JDK; ours does not.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
