package fr.briseglace.local.population.document;

/** Writes one section, or nothing where there is nothing to say. */
interface SectionWriter {
    void write(Page page, Frame frame);
}
