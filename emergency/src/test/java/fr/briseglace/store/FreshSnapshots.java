package fr.briseglace.store;

import fr.briseglace.access.Sighting;
import fr.briseglace.access.Snapshot;
import fr.briseglace.access.Snapshots;
import fr.briseglace.cache.Cached;
import fr.briseglace.identity.Ins;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Snapshots without a cache, and who was asked for. */
final class FreshSnapshots implements Snapshots {
    final List<Ins> asked = new CopyOnWriteArrayList<>();
    private final PgSnapshots store;

    FreshSnapshots(Vertx vertx, Pool sql) {
        this.store = new PgSnapshots(vertx, sql, InstantSource.system(), "dpo@example.org");
    }

    @Override
    public Future<Sighting> of(Ins ins) {
        asked.add(ins);
        return store.load(ins, null)
                .map(found -> found.map(FreshSnapshots::sighting).orElse(Sighting.NOBODY));
    }

    private static Sighting sighting(Snapshot snapshot) {
        return new Sighting(new Cached<>(snapshot, Cached.Source.STORE, snapshot.asOf()));
    }

    @Override
    public Future<Sighting> newerThan(Ins ins, Sighting outdated) {
        return of(ins);
    }

    @Override
    public Future<Sighting> withoutStore(Ins ins, Sighting held) {
        return Future.succeededFuture(held);
    }

    @Override
    public Future<Sighting> asAuthor(Ins ins, String professionalId) {
        return store.load(ins, professionalId)
                .map(found -> found.map(FreshSnapshots::sighting).orElse(Sighting.NOBODY));
    }
}
