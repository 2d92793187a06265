package fr.briseglace.access;

import fr.briseglace.identity.Ins;
import io.vertx.core.Future;

/** Finds snapshots of patients, near first. Calls fail with {@link StoreUnavailable} where nobody can be asked. */
public interface Snapshots {
    /** What any cache or else the store holds; it may be old, which record-and-verify finds out. */
    Future<Sighting> of(Ins ins);

    /** Something newer than what was found outdated, from the store if need be. */
    Future<Sighting> newerThan(Ins ins, Sighting outdated);

    /**
     * What may be gone by while the store cannot be asked: what was found, or what other nodes have read since where they
     * told that it is outdated. Fails with {@link StoreUnavailable} where it is and nobody holds anything newer.
     */
    Future<Sighting> withoutStore(Ins ins, Sighting held);

    /** What the store holds, with the masked documents that this professional wrote; never kept. */
    Future<Sighting> asAuthor(Ins ins, String professionalId);
}
