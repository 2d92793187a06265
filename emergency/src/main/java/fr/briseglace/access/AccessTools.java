package fr.briseglace.access;

import fr.briseglace.law.AccessPolicy;
import fr.briseglace.trail.Trail;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What accesses work with, on one event loop.
 *
 * @param snapshots patients, near first
 * @param windows windows that were opened
 * @param policy the law
 * @param trail where records go
 * @param clock the one clock
 * @param random hard to guess; salts and identifiers come from it
 * @param recorded runs after durable records that tell somebody, so that notices leave at once
 * @param outage what may be answered while the store is away
 */
public record AccessTools(
        Snapshots snapshots,
        Windows windows,
        AccessPolicy policy,
        Trail trail,
        InstantSource clock,
        RandomGenerator random,
        Runnable recorded,
        Outage outage) {
    /** Tools that answer nothing while the store is away. */
    public AccessTools(
            Snapshots snapshots,
            Windows windows,
            AccessPolicy policy,
            Trail trail,
            InstantSource clock,
            RandomGenerator random,
            Runnable recorded) {
        this(snapshots, windows, policy, trail, clock, random, recorded, Outage.SILENT);
    }

    Recording recording() {
        return new Recording(snapshots, trail, outage, clock);
    }

    OwnDocuments own() {
        return new OwnDocuments(snapshots);
    }

    Drafts drafts() {
        return new Drafts(clock, random);
    }
}
