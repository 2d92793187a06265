package fr.briseglace.gateway;

import fr.briseglace.access.Documents;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The documents of whatever record. */
final class DocumentMemory implements Documents {
    private final Supplier<List<Content>> documents;

    DocumentMemory(Supplier<List<Content>> documents) {
        this.documents = documents;
    }

    @Override
    public Future<List<Card>> list(UUID patientId, Viewer viewer, @Nullable UUID after, int limit) {
        return Future.succeededFuture(
                documents.get().stream().map(Content::card).limit(limit).toList());
    }

    @Override
    public Future<Optional<Content>> fetch(UUID patientId, Viewer viewer, UUID documentId) {
        return Future.succeededFuture(documents.get().stream()
                .filter(document -> document.card().id().equals(documentId))
                .findFirst());
    }
}
