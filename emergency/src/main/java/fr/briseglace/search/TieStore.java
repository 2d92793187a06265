package fr.briseglace.search;

import io.vertx.core.Future;

/** Where provisional numbers are tied to patients; every tie and untie stays on record. */
public interface TieStore {
    /** Ties a number that is free, or tied to this very patient already; changes nothing otherwise. */
    Future<TieOutcome> tie(Tie tie);

    /** Unties a number; {@link TieOutcome#NOT_FOUND} where it is tied to nobody. */
    Future<TieOutcome> untie(Tie.Undone undone);

    /** Keeps, for good, what was asked for and refused. */
    Future<Void> keep(Tie.Refused refused);
}
