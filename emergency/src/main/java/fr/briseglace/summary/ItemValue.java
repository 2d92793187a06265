package fr.briseglace.summary;

/** The value of a fact that asks a question. */
public sealed interface ItemValue permits Measure, Answer {}
