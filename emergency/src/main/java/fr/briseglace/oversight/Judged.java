package fr.briseglace.oversight;

/** What came of a judgement. */
public sealed interface Judged {
    /** It is in the trail and ends the review, or leaves it to be investigated. */
    record Kept(Review review) implements Judged {}

    /** It was judged before, and differently; what was judged stays. */
    record Settled() implements Judged {}

    /** There is no such review. */
    record Unknown() implements Judged {}
}
