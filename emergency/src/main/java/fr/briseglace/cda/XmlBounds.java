package fr.briseglace.cda;

/**
 * What a document may cost before it is refused. The work bound counts parser events, so that the same document always
 * meets the same answer.
 *
 * @param bytes size of the document
 * @param depth elements inside each other
 * @param elements elements altogether
 * @param attributes attributes altogether
 * @param events parser events altogether
 */
record XmlBounds(int bytes, int depth, int elements, int attributes, int events) {
    /** Far above the largest document of the field, far below what would hurt. */
    static final XmlBounds DEFAULT = new XmlBounds(20 << 20, 200, 150_000, 500_000, 1_000_000);
}
