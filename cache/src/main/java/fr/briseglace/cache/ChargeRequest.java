package fr.briseglace.cache;

import java.util.List;

/**
 * What one request is to be charged: to all policies or, where one of them refuses, to none.
 *
 * @param charges at least one, each with a key of its own
 * @param debit to all of them, whatever they say: it was used already
 */
record ChargeRequest(List<RateCharge> charges, boolean debit) {}
