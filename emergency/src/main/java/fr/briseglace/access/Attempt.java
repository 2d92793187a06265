package fr.briseglace.access;

import fr.briseglace.trail.RecordEntry;

/**
 * What would be answered, and the record that must be durable first.
 *
 * @param entry the record
 * @param outcome the answer
 * @param <T> what is given where it is granted
 */
record Attempt<T>(RecordEntry entry, Outcome<T> outcome) {}
