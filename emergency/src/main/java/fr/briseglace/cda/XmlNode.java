package fr.briseglace.cda;

/** A piece of an element's content. */
sealed interface XmlNode permits XmlElement, XmlText {}
