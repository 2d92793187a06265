package fr.briseglace.cda;

/** Text between elements, as written. */
record XmlText(String text) implements XmlNode {
    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "XmlText[…]";
    }
}
